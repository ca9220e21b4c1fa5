import { type Html, html } from '../../domain/words/html.ts';
import { type Column, stackTable } from '../frame/stack-table.ts';

export interface BarRow {
  readonly cells: readonly (Html | string | number | null | undefined | false)[];
  /** Length of its bar, in the measure of all rows; null where none is told. */
  readonly length: number | null;
  /** #rrggbb; default the accent of the page. */
  readonly fill?: string | null | undefined;
}

const FILL = /^#[0-9a-f]{6}$/i;

/** A bar in a box of 100 by 1. Hidden from readers, who have the number beside it; SVG, since a page allows no style in an attribute. */
const bar = (share: number, fill: string | null | undefined): Html =>
  html`<svg class="bar" aria-hidden="true" viewBox="0 0 100 1" preserveAspectRatio="none"><rect width="${(share * 100).toFixed(2)}" height="1"${fill && FILL.test(fill) && html` fill="${fill}"`}/></svg>`;

/** A table whose last column draws one number of each row against the largest, or against `whole`: chart and table in one. */
export function barTable(
  title: string,
  columns: readonly Column[],
  barTitle: string,
  rows: readonly BarRow[],
  { whole, foot }: { readonly whole?: number; readonly foot?: BarRow['cells'] } = {},
): Html {
  const longest = whole ?? Math.max(...rows.map(({ length }) => length ?? 0));
  return stackTable(
    title,
    [...columns, { title: barTitle }],
    rows.map(({ cells, length, fill }) => [...cells, length !== null && longest > 0 && bar(length / longest, fill)]),
    foot && [...foot, null],
  );
}
