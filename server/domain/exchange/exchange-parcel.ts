/** A parcel as files for other systems tell it: exact, and no more than they ask for. */
import Type, { type Static } from 'typebox';

const Text = Type.String();
const TextOrNull = Type.Union([Type.String(), Type.Null()]);

export const ExchangeHolder = Type.Object({
  rightId: Text,
  partyId: Text,
  name: Text,
  /** As party.party.kind. */
  kind: Text,
  /** `use` or `management`. */
  rightKind: Text,
  certificateSerial: TextOrNull,
});
export type ExchangeHolder = Static<typeof ExchangeHolder>;

export const ExchangeParcel = Type.Object({
  id: Text,
  code: Text,
  /** Unit the sheet was numbered in, and the commune it lies in today. */
  unitCode: Text,
  communeCode: Text,
  sheet: Text,
  scale: Type.Union([Type.Integer(), Type.Null()]),
  no: Text,
  /** Codes joined by +, and the same one by one where the areas are known. Areas are exact decimal text, m². */
  landUse: Text,
  purposes: Type.Array(Type.Object({ code: Text, areaM2: TextOrNull, until: TextOrNull })),
  areaM2: Text,
  legalAreaM2: TextOrNull,
  address: TextOrNull,
  /** System of the sheet. Rings of [east, north] in it, closed, the outer one first, to 0.1 mm. */
  srid: Type.Integer(),
  rings: Type.Array(Type.Array(Type.Tuple([Type.Number(), Type.Number()]))),
  /** A point inside. */
  point: Type.Tuple([Type.Number(), Type.Number()]),
  /** Null where persons were not asked for. */
  holders: Type.Union([Type.Array(ExchangeHolder), Type.Null()]),
});
export type ExchangeParcel = Static<typeof ExchangeParcel>;

/** Purposes with their areas as tables of parcels write them: `ONT 200+CLN 145.5`; without, as the register joins them. */
export function purposeText({ purposes, landUse }: Pick<ExchangeParcel, 'purposes' | 'landUse'>): string {
  const whole = purposes.length > 0 && purposes.every(({ areaM2 }) => areaM2 !== null);
  return whole ? purposes.map(({ code, areaM2 }) => `${code} ${areaM2}`).join('+') : landUse;
}
