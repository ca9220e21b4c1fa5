/** Where a paper lies in the store of the archive: kho, dãy, kệ, hộp, số. */
import Type, { type Static } from 'typebox';
import { PLAIN_TEXT } from '../batch/correction.ts';

const part = (maxLength: number, description: string) =>
  Type.String({ minLength: 1, maxLength, pattern: PLAIN_TEXT, description });

export const ShelfPlace = Type.Object(
  {
    store: part(40, 'Kho'),
    row: part(20, 'Dãy'),
    shelf: part(20, 'Kệ'),
    box: part(20, 'Hộp'),
    number: part(20, 'Number in the box'),
  },
  { additionalProperties: false },
);
export type ShelfPlace = Static<typeof ShelfPlace>;

/** In their order from the door to the paper. */
export const PLACE_PARTS = ['store', 'row', 'shelf', 'box', 'number'] as const satisfies readonly (keyof ShelfPlace)[];

/** As it is searched for and printed: K1/D2/K3/H4/5. */
export const placeText = (place: ShelfPlace): string => PLACE_PARTS.map((name) => place[name]).join('/');
