/** A page of a list whose order is chosen when it is asked for (server/domain/contract/ordered-page.ts). */
export interface OrderedPage<Row> {
  readonly items: readonly Row[];
  readonly nextCursor: string | null;
  /** Rows that fit, all pages together. */
  readonly total: number;
  /** Rows before this page; null where the row asked for with `around` is not listed. */
  readonly start: number | null;
}

/** What such a list can be asked: a place in it, its order, and what narrows it. */
export type Ordered = Readonly<Record<string, string | number | boolean | undefined>>;
