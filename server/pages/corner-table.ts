import { formatFixed } from '../domain/format-number.ts';
import { type Html, html } from '../domain/html.ts';
import type { Language } from '../domain/language.ts';
import { systemName } from '../domain/system-name.ts';
import { type DrawingFacts, edgesOf, perimeterOf, type Ring } from './drawing-facts.ts';
import { pageWords } from './words.ts';

/** Bảng kê tọa độ góc thửa: X north, Y east as on Vietnamese papers; lengths between one corner and the next. */
export function cornerTable(facts: DrawingFacts, language: Language): Html {
  const words = pageWords(language);
  let corner = 0;
  const rowsOf = (ring: Ring) =>
    edgesOf(ring).map(({ from: [east, north], lengthM }) => {
      corner += 1;
      return html`<tr><th scope="row">${corner}</th><td>${formatFixed(north, language, 3)}</td><td>${formatFixed(east, language, 3)}</td><td>${formatFixed(lengthM, language, 2)}</td></tr>\n`;
    });
  return html`<details class="corners">
<summary>${words('parcel.corners')}</summary>
<p>${words('parcel.cornersOf', { system: systemName(facts.srid, language) })}</p>
<div class="wide" tabindex="0" role="region" aria-label="${words('parcel.corners')}"><table class="numbers">
<thead><tr><th scope="col">${words('parcel.corner')}</th><th scope="col">X (m)</th><th scope="col">Y (m)</th><th scope="col">${words('parcel.edge')}</th></tr></thead>
${facts.parcel.map(
  (ring, i) => html`<tbody>
${i > 0 && html`<tr><th scope="rowgroup" colspan="4">${words('parcel.hole', { n: String(i) })}</th></tr>`}
${rowsOf(ring)}</tbody>`,
)}
<tfoot><tr><th scope="row" colspan="3">${words('parcel.perimeter')}</th><td>${formatFixed(perimeterOf(facts.parcel), language, 2)}</td></tr></tfoot>
</table></div>
</details>`;
}
