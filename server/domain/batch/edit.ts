/** An edit by hand of one field of a record under review: the value as it shall be registered, and why. */
import Type, { type Static } from 'typebox';
import { nullable } from '../contract/fields.ts';
import { HOLDER_KINDS, type HolderKind } from '../holder-kind.ts';
import { EDIT_BOUNDS, PARCEL_NO, PLAIN_TEXT, PURPOSE_CODE, Reason, SHEET_NO } from './correction.ts';

/** Purposes of use, in the order in which they are registered. */
export const EditedPurposes = Type.Array(
  Type.Object(
    {
      code: Type.String({ pattern: PURPOSE_CODE, description: 'Of the list land-use' }),
      areaM2: nullable(Type.Number({ exclusiveMinimum: 0, maximum: 1e9 })),
    },
    { additionalProperties: false },
  ),
  { minItems: 1, maxItems: EDIT_BOUNDS.purposes },
);
export type EditedPurposes = Static<typeof EditedPurposes>;

/** Who holds the land. Identity papers stay with the holder they came with, and are never part of an edit. */
export const EditedHolders = Type.Array(
  Type.Object(
    {
      name: Type.String({ maxLength: EDIT_BOUNDS.holderName, pattern: PLAIN_TEXT }),
      kind: Type.Unsafe<HolderKind>({ type: 'string', enum: [...HOLDER_KINDS] }),
      from: nullable(
        Type.Integer({
          minimum: 0,
          maximum: 99,
          description: 'Place of this holder in the record, from 0; null: a new one',
        }),
      ),
    },
    { additionalProperties: false },
  ),
  { maxItems: EDIT_BOUNDS.holders },
);
export type EditedHolders = Static<typeof EditedHolders>;

const Point = Type.Unsafe<[x: number, y: number]>({
  type: 'array',
  items: { type: 'number', minimum: -1e7, maximum: 1e7 },
  minItems: 2,
  maxItems: 2,
});
/** The rings of a parcel in the system of its sheet, [east, north], in metres; the outer one first. */
export const EditedRing = Type.Object(
  {
    srid: Type.Integer({ description: 'System of the sheet, as geometryLegal names it' }),
    rings: Type.Array(Type.Array(Point, { minItems: 3, maxItems: EDIT_BOUNDS.corners }), {
      minItems: 1,
      maxItems: EDIT_BOUNDS.rings,
    }),
  },
  { additionalProperties: false },
);
export type EditedRing = Static<typeof EditedRing>;

const reasoned = { reason: Reason };
export const Edit = Type.Union([
  Type.Object(
    { field: Type.Literal('sheetNo'), value: Type.String({ pattern: SHEET_NO }), ...reasoned },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      field: Type.Literal('parcelNo'),
      value: Type.String({ pattern: PARCEL_NO, maxLength: EDIT_BOUNDS.parcelNo }),
      ...reasoned,
    },
    { additionalProperties: false },
  ),
  Type.Object({ field: Type.Literal('purposes'), value: EditedPurposes, ...reasoned }, { additionalProperties: false }),
  Type.Object(
    {
      field: Type.Literal('legalAreaM2'),
      value: nullable(Type.Number({ minimum: EDIT_BOUNDS.legalAreaM2, maximum: 1e9, multipleOf: 0.0001 })),
      ...reasoned,
    },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      field: Type.Literal('address'),
      value: nullable(Type.String({ maxLength: EDIT_BOUNDS.address, pattern: PLAIN_TEXT })),
      ...reasoned,
    },
    { additionalProperties: false },
  ),
  Type.Object({ field: Type.Literal('holders'), value: EditedHolders, ...reasoned }, { additionalProperties: false }),
  Type.Object(
    {
      field: Type.Literal('certificateSerial'),
      value: nullable(Type.String({ maxLength: EDIT_BOUNDS.serial, pattern: PLAIN_TEXT })),
      ...reasoned,
    },
    { additionalProperties: false },
  ),
  Type.Object({ field: Type.Literal('ring'), value: EditedRing, ...reasoned }, { additionalProperties: false }),
]);
export type Edit = Static<typeof Edit>;
