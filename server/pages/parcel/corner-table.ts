import { perimeterOf } from '../../domain/drawing/boundary.ts';
import type { DrawingFacts } from '../../domain/drawing/lay-out-drawing.ts';
import { type Corner, numberCorners } from '../../domain/drawing/number-corners.ts';
import { formatFixed } from '../../domain/words/format-number.ts';
import { type Html, html } from '../../domain/words/html.ts';
import type { Language } from '../../domain/words/language.ts';
import { systemName } from '../../domain/words/system-name.ts';
import { pageWords } from '../words.ts';

/** Bảng kê tọa độ góc thửa: X north, Y east as on Vietnamese papers; lengths between one corner and the next. */
export function cornerTable(facts: DrawingFacts, language: Language): Html {
  const words = pageWords(language);
  const rowsOf = (corners: readonly Corner[]) =>
    corners.map(({ no, east, north, edgeM }) => {
      const cell = (label: string, value: string) => html`<td role="cell" data-label="${label}">${value}</td>`;
      return html`<tr role="row"><th scope="row" role="rowheader" data-label="${words('parcel.corner')}">${no}</th>${[
        cell('X (m)', formatFixed(north, language, 3)),
        cell('Y (m)', formatFixed(east, language, 3)),
        cell(words('parcel.edge'), formatFixed(edgeM, language, 2)),
      ]}</tr>\n`;
    });
  return html`<details class="corners">
<summary>${words('parcel.corners')}</summary>
<p>${words('parcel.cornersOf', { system: systemName(facts.srid, language) })}</p>
<div class="wide" tabindex="0" role="region" aria-label="${words('parcel.corners')}"><table class="numbers stack" role="table">
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">${words('parcel.corner')}</th><th scope="col" role="columnheader">X (m)</th><th scope="col" role="columnheader">Y (m)</th><th scope="col" role="columnheader">${words('parcel.edge')}</th></tr></thead>
${numberCorners(facts.parcel).map(
  (corners, i) => html`<tbody role="rowgroup">
${i > 0 && html`<tr role="row"><th scope="rowgroup" role="rowheader" colspan="4">${words('parcel.hole', { n: String(i) })}</th></tr>`}
${rowsOf(corners)}</tbody>`,
)}
<tfoot role="rowgroup"><tr role="row"><th scope="row" role="rowheader" colspan="3">${words('parcel.perimeter')}</th><td role="cell" data-label="${words('parcel.perimeter')}">${formatFixed(perimeterOf(facts.parcel), language, 2)}</td></tr></tfoot>
</table></div>
</details>`;
}
