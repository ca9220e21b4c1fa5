import { type Html, html } from '../domain/words/html.ts';
import type { PageWords } from './words.ts';

export interface PosterFacts {
  readonly width: number;
  readonly height: number;
  readonly sheets: readonly { readonly path: string; readonly fill: string | null }[];
  readonly communes: readonly {
    readonly path: string;
    readonly name: string;
    readonly x: number;
    readonly y: number;
  }[];
}

/** Only what a path of numbers can hold. */
const PATH = /^[MLZmlz0-9 .,-]+$/;
const COLOUR = /^#[0-9a-f]{6}$/i;

/**
 * The land from afar as a picture: there at once on the slowest phone, and all of the map that a page without a script
 * has. The script puts the map in its place as soon as the reader touches anything.
 */
export function mapPoster({ width, height, sheets, communes }: PosterFacts, words: PageWords): Html {
  const shown = communes.filter(({ x, y }) => x > 0 && x < width && y > 0 && y < height);
  return html`<div class="poster">
<svg role="img" aria-label="${words('map.poster')}" viewBox="0 0 ${width.toFixed(0)} ${height.toFixed(0)}" xmlns="http://www.w3.org/2000/svg">
${sheets.filter(({ path }) => PATH.test(path)).map(({ path, fill }) => html`<path class="sheet" d="${path}"${fill && COLOUR.test(fill) ? html` fill="${fill}"` : null}/>`)}
${communes.filter(({ path }) => PATH.test(path)).map(({ path }) => html`<path class="border" fill="none" d="${path}"/>`)}
${shown.map(({ name, x, y }) => html`<text x="${x.toFixed(0)}" y="${y.toFixed(0)}">${name}</text>`)}
</svg>
<button type="button" class="action primary" data-open-map hidden>${words('map.open')}</button>
</div>`;
}
