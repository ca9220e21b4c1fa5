import { readStored, writeStored } from '../../shell/browser-storage.ts';
import type { FormGiven } from '../form/deal-form.ts';
import type { Lines } from '../split/draw-history.ts';
import { isLines } from '../split/stored-lines.ts';
import { PLACES, type Place } from './drawn-shape.ts';

/** A shape under way. It holds metres alone, no name and no number. */
interface KeptShape {
  readonly place: Place;
  readonly lines: Lines;
}

/** Of whom and on which version of which parcel: no shape is brought back to others, nor on land that changed. */
interface KeptBy {
  readonly officer: string;
  readonly parcelId: string;
  readonly version: number;
}

export const keptBy = ({ parcel }: Pick<FormGiven, 'parcel'>, officer: string): KeptBy => ({
  officer,
  parcelId: parcel.id,
  version: parcel.version,
});

const nameOf = ({ officer, parcelId, version }: KeptBy) => `restriction.${officer}.${parcelId}.${version}`;

function isKept(value: unknown): value is KeptShape {
  const { place, lines } = (value ?? {}) as Partial<KeptShape>;
  return PLACES.some((one) => one === place) && isLines(lines);
}

export const readShape = (by: KeptBy): KeptShape | undefined => readStored(nameOf(by), isKept);
export const keepShape = (by: KeptBy, shape: KeptShape | null): void =>
  writeStored(nameOf(by), shape === null || shape.lines.length === 0 ? null : shape);
