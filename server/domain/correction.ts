/** Corrections of a record under review: changes between what the file says and what is proposed for the register. */
import Type, { type Static } from 'typebox';
import { nullable } from './contract/fields.ts';

/**
 * `applied` and `accepted` are in effect, `proposed` and `rejected` are not. A rule of the import leaves its own as
 * applied or proposed. Undoing takes decisions back to that; where none was made, it takes back what the import applied,
 * and the text stands as it was decoded.
 */
export const CORRECTION_STATUSES = ['applied', 'proposed', 'accepted', 'rejected'] as const;
export type CorrectionStatus = (typeof CORRECTION_STATUSES)[number];

export const DECISIONS = ['accept', 'reject', 'undo'] as const;
export type Decision = (typeof DECISIONS)[number];

/** The rule under which a person's own edits stand; other rules are those of the import, such as text.case_repaired. */
export const OFFICER_RULE = 'officer';

/** What a person may change by hand, beside what the import proposes. */
export const EDITABLE_FIELDS = ['sheetNo', 'parcelNo', 'purposes', 'legalAreaM2', 'address'] as const;
export type EditableField = (typeof EDITABLE_FIELDS)[number];

/** Purposes of use, in the order in which they are registered. */
export const EditedPurposes = Type.Array(
  Type.Object(
    {
      code: Type.String({ pattern: '^[A-ZĐ0-9]{1,4}$' }),
      areaM2: nullable(Type.Number({ exclusiveMinimum: 0, maximum: 1e9 })),
    },
    { additionalProperties: false },
  ),
  { minItems: 1, maxItems: 12 },
);
export type EditedPurposes = Static<typeof EditedPurposes>;

/** Text without control characters that begins and ends with something. */
const PLAIN_TEXT = '^[^\\s\\u0000-\\u001f\\u007f]([^\\u0000-\\u001f\\u007f]*[^\\s\\u0000-\\u001f\\u007f])?$';
/** Why something was done, for those who come after. */
export const Reason = Type.String({ minLength: 3, maxLength: 500, pattern: PLAIN_TEXT });

const reasoned = { reason: Reason };
/** An edit by hand: the value as it shall be registered. Numbers of sheets and parcels as the import keeps them. */
export const Edit = Type.Union([
  Type.Object(
    {
      field: Type.Literal('sheetNo'),
      value: Type.String({ pattern: '^[1-9][0-9]{0,8}[a-z]?$' }),
      ...reasoned,
    },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      field: Type.Literal('parcelNo'),
      value: Type.String({
        pattern: '^[1-9][0-9]{0,8}$|^[1-9][0-9]{0,5}[a-zđ]?([+,/&-][0-9]{1,6}[a-zđ]?)*$',
        maxLength: 40,
      }),
      ...reasoned,
    },
    { additionalProperties: false },
  ),
  Type.Object({ field: Type.Literal('purposes'), value: EditedPurposes, ...reasoned }, { additionalProperties: false }),
  Type.Object(
    {
      field: Type.Literal('legalAreaM2'),
      value: nullable(Type.Number({ minimum: 0.01, maximum: 1e9, multipleOf: 0.0001 })),
      ...reasoned,
    },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      field: Type.Literal('address'),
      value: nullable(Type.String({ maxLength: 300, pattern: PLAIN_TEXT })),
      ...reasoned,
    },
    { additionalProperties: false },
  ),
]);
export type Edit = Static<typeof Edit>;
