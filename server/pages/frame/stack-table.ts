import { type Html, html } from '../../domain/words/html.ts';

type Content = Html | string | number | null | undefined | false | readonly (Html | string | false)[];

export interface Column {
  readonly title: string;
  /** Figures, set at the right. */
  readonly sum?: boolean;
  /** Names its row. */
  readonly names?: boolean;
}

/**
 * A table that a phone shows row by row: each cell below the other with the title of its column beside it, so that no column lies off the
 * screen. The roles are said since a stacked table has lost them (page.css).
 */
export function stackTable(
  title: string,
  columns: readonly Column[],
  rows: readonly (readonly Content[])[],
  foot?: readonly Content[],
): Html {
  const cell = (content: Content, n: number) => {
    const { title: label, sum, names } = columns[n]!;
    const kind = sum ? html` class="sum"` : false;
    // One element, however much is in it: it stands beside its label.
    const whole = content === null || content === undefined || content === false ? '' : html`<span>${content}</span>`;
    return names
      ? html`<th scope="row" role="rowheader"${kind} data-label="${label}">${whole}</th>`
      : html`<td role="cell"${kind} data-label="${label}">${whole}</td>`;
  };
  const row = (cells: readonly Content[]) => html`<tr role="row">${cells.map(cell)}</tr>\n`;
  const head = columns.map(
    ({ title: text, sum }) => html`<th scope="col" role="columnheader"${sum && html` class="sum"`}>${text}</th>`,
  );
  return html`<div class="wide" tabindex="0" role="region" aria-label="${title}"><table class="stack" role="table">
<thead role="rowgroup"><tr role="row">${head}</tr></thead>
<tbody role="rowgroup">
${rows.map(row)}</tbody>
${foot && html`<tfoot role="rowgroup">${row(foot)}</tfoot>\n`}</table></div>`;
}
