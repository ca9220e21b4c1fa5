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

/** A box stands on a shelf, whatever lies in it. */
export const ShelfBox = Type.Omit(ShelfPlace, ['number'], { additionalProperties: false });
export type ShelfBox = Static<typeof ShelfBox>;

const BOX_PARTS = ['store', 'row', 'shelf', 'box'] as const satisfies readonly (keyof ShelfBox)[];

/** As it is searched for and printed: K1/D2/K3/H4. */
export const boxText = (box: ShelfBox): string => BOX_PARTS.map((name) => box[name]).join('/');

/** Numbers in names count as numbers: box 9 stands before box 10. */
const natural = new Intl.Collator('vi', { numeric: true });

/** From the door to the paper. */
export function byPlace<T extends ShelfBox & { readonly number?: string }>(a: T, b: T): number {
  for (const name of PLACE_PARTS) {
    const order = natural.compare(a[name] ?? '', b[name] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}

/** Boxes of which labels are made at once. */
export const MOST_BOXES = 200;
/** Labels of one file: a hundred sheets. */
export const MOST_LABELS = 2400;
/** Labels on the sheet with most of them. */
export const MOST_ON_SHEET = 100;
