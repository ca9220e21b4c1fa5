/** Lists whose order is chosen when they are asked for: where in them to begin, and what a page of them says. */
import Type, { type TSchema } from 'typebox';
import { nullable } from './fields.ts';

export const SheetNo = Type.Optional(Type.String({ minLength: 1, maxLength: 40, description: 'Sheet number' }));

/** The closed list of orders; `-` before a column is the other direction. */
export const sortBy = <S extends string>(sorts: readonly S[], usual: S) =>
  Type.Optional(
    Type.Unsafe<S>({
      type: 'string',
      enum: [...sorts],
      description: `Default ${usual}. Equal ones go by id; rows without a value come last both ways`,
    }),
  );

/** Where a page begins: behind another, at a row number, or so that it holds a certain row. */
export const place = <T extends TSchema>(id: T, maximum: number) => ({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum })),
  cursor: Type.Optional(
    Type.String({
      maxLength: 2000,
      description: 'nextCursor of the page before, asked with the same sort and filters',
    }),
  ),
  start: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 10_000_000,
      description: 'Instead of a cursor: number of rows before the page',
    }),
  ),
  around: Type.Optional(id),
});

/** `total` was counted with the first page, exactly. `start` is null where the row asked for with `around` is not listed. */
export const orderedPageOf = <T extends TSchema>(item: T) =>
  Type.Object({
    items: Type.Array(item),
    nextCursor: nullable(Type.String()),
    total: Type.Integer({ minimum: 0, description: 'Rows that fit, all pages together' }),
    start: nullable(Type.Integer({ description: 'Rows before this page' })),
  });
