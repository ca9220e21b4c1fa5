/** Purposes as rows that are typed, and what they add up to. Pure. */
import type { ParcelDetail } from '../../../api/parcels.ts';
import { readArea } from '../form/read-area.ts';
import type { DocumentTyped } from '../form/said.ts';

export interface PurposeRow {
  readonly code: string;
  readonly area: string;
  readonly until: string;
}

export interface PurposeFields extends DocumentTyped {
  readonly rows: readonly PurposeRow[];
}

export const NO_ROW: PurposeRow = { code: '', area: '', until: '' };

/** What the areas have to add up to, m². */
export const wholeOf = ({ legalAreaM2, areaM2 }: Pick<ParcelDetail, 'legalAreaM2' | 'areaM2'>): number =>
  legalAreaM2 ?? areaM2;

/** An area as it is typed here. */
export const typedArea = (m2: number) => String(m2).replace('.', ',');

/** The sum of the areas typed so far, in hundredths so that it is exact, m². */
export const sumOf = (rows: readonly PurposeRow[]): number =>
  rows.reduce((sum, { area }) => sum + Math.round((readArea(area) ?? 0) * 100), 0) / 100;
