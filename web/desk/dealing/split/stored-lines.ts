import type { ParcelDealingKind } from '../../../../server/domain/dealing/dealing-kind.ts';
import { readStored, writeStored } from '../../shell/browser-storage.ts';
import type { Lines } from './draw-history.ts';

const isPoint = (value: unknown): boolean =>
  Array.isArray(value) && value.length === 2 && value.every((part) => Number.isFinite(part));
export const isLines = (value: unknown): value is Lines =>
  Array.isArray(value) && value.every((line) => Array.isArray(line) && line.every(isPoint));

/** Of whom and of which version of which parcel: somebody else's drawing, or one of land that changed, is not brought back. */
const nameOf = (kind: ParcelDealingKind, officer: string, parcelId: string, version: number) =>
  `${kind}.${officer}.${parcelId}.${version}`;

/** The lines of a cut that was begun here; none if there are none. They hold metres alone, no name and no number. */
export const readLines = (kind: ParcelDealingKind, officer: string, parcelId: string, version: number): Lines =>
  readStored(nameOf(kind, officer, parcelId, version), isLines) ?? [];

export const storeLines = (
  kind: ParcelDealingKind,
  officer: string,
  parcelId: string,
  version: number,
  lines: Lines,
): void => writeStored(nameOf(kind, officer, parcelId, version), lines.length === 0 ? null : lines);
