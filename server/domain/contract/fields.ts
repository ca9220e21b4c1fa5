/** Schemas that several contracts share: days, codes, pages, and values that may be null. */
import Type, { type Static, type TSchema } from 'typebox';

/** A value or null, written as JSON Schema's list of types, which serialises without trying alternatives. */
export function nullable<T extends TSchema & { type?: unknown }>(schema: T) {
  return Type.Unsafe<Static<T> | null>({ ...schema, type: [schema.type, 'null'] });
}

/** A calendar day of Asia/Ho_Chi_Minh. As a question (`at`) it means the end of that day. */
export const Day = Type.String({ format: 'date', description: 'Day, YYYY-MM-DD (Asia/Ho_Chi_Minh)' });

/** Code of a commune-level unit. Text: some begin with 0. */
export const CommuneCode = Type.String({
  pattern: '^[0-9]{5}$',
  description: 'Code of a commune-level unit, 5 digits',
});

/** An instant with its zone. */
/** Letters of a question (a pasted page is told to be too long) and of a path to go on to, as they come in an address. */
export const LONGEST_QUESTION = 2000;
export const LONGEST_PATH = 2000;

export const Instant = Type.String({ format: 'date-time' });

/** Query parameter that asks for the state as of a day. */
export const At = Type.Optional(
  Type.String({ format: 'date', description: 'State as of the end of this day, Asia/Ho_Chi_Minh; default now' }),
);

/** One page of a list; `nextCursor` is null on the last. */
export function pageOf<T extends TSchema>(item: T) {
  return Type.Object({ items: Type.Array(item), nextCursor: nullable(Type.String()) });
}
