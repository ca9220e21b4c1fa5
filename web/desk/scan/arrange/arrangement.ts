/** Which pages of a file make which documents, while somebody moves them about. Pure: each act gives a new arrangement. */

export interface Pile {
  /** Of a document, or made up for a new one. */
  readonly id: string;
  /** Places in the file, in the order of the document. */
  readonly pages: readonly number[];
}
export type Arrangement = readonly Pile[];

const pileOf = (piles: Arrangement, page: number): number => piles.findIndex(({ pages }) => pages.includes(page));
const put = (piles: Arrangement, at: number, pages: readonly number[]): Arrangement =>
  piles.map((pile, index) => (index === at ? { ...pile, pages } : pile));
const tidy = (piles: Arrangement): Arrangement => piles.filter(({ pages }) => pages.length > 0);

/** Pages in the order in which they are shown. */
export const pagesOf = (piles: Arrangement): number[] => piles.flatMap(({ pages }) => pages);

/** A new document begins with this page; nothing changes where one does already. */
export function cutBefore(piles: Arrangement, page: number, newId: string): Arrangement {
  const at = pileOf(piles, page);
  const pile = piles[at];
  const from = pile?.pages.indexOf(page) ?? 0;
  if (!pile || from < 1) return piles;
  const [before, after] = [pile.pages.slice(0, from), pile.pages.slice(from)];
  return [...piles.slice(0, at), { ...pile, pages: before }, { id: newId, pages: after }, ...piles.slice(at + 1)];
}

/** The document of this page goes behind the one before it. */
export function mergeUp(piles: Arrangement, page: number): Arrangement {
  const at = pileOf(piles, page);
  const [above, pile] = [piles[at - 1], piles[at]];
  if (!above || !pile) return piles;
  return tidy(put(put(piles, at - 1, [...above.pages, ...pile.pages]), at, []));
}

/** Puts a page before another one, or, where `before` is null, at the end of a document. */
export function movePage(piles: Arrangement, page: number, to: string, before: number | null): Arrangement {
  if (page === before) return piles;
  const without = piles.map((pile) => ({ ...pile, pages: pile.pages.filter((one) => one !== page) }));
  const at = without.findIndex(({ id }) => id === to);
  const pile = without[at];
  if (!pile) return piles;
  const place = before === null ? pile.pages.length : pile.pages.indexOf(before);
  if (place < 0) return piles;
  return tidy(put(without, at, pile.pages.toSpliced(place, 0, page)));
}

/** Moves a page one place on or back, from document to document. */
export function stepPage(piles: Arrangement, page: number, by: 1 | -1): Arrangement {
  const at = pileOf(piles, page);
  const pile = piles[at];
  if (!pile) return piles;
  const place = pile.pages.indexOf(page);
  const [next, neighbour] = [pile.pages[place + by], piles[at + by]];
  if (next !== undefined) {
    const swapped = pile.pages.with(place, next).with(place + by, page);
    return put(piles, at, swapped);
  }
  return neighbour ? movePage(piles, page, neighbour.id, by === 1 ? (neighbour.pages[0] ?? null) : null) : piles;
}

export const isSame = (a: Arrangement, b: Arrangement): boolean =>
  a.length === b.length &&
  a.every(({ id, pages }) => {
    const other = b.find((pile) => pile.id === id);
    return other !== undefined && other.pages.join() === pages.join();
  });

/** What the archive is asked for: every document that is there or is to be, as it was and as it is to be. */
export function askedOf(base: Arrangement, wanted: Arrangement): { id: string; was: number[]; pages: number[] }[] {
  const pagesIn = (piles: Arrangement, id: string) => [...(piles.find((pile) => pile.id === id)?.pages ?? [])];
  const ids = new Set([...base, ...wanted].map(({ id }) => id));
  return [...ids].map((id) => ({ id, was: pagesIn(base, id), pages: pagesIn(wanted, id) }));
}
