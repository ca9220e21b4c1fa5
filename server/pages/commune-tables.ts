import type { CommuneFacts } from '../domain/contract/portal-communes.ts';
import { formatAreaColumn, formatNumber, formatShare } from '../domain/format-number.ts';
import { type Html, html } from '../domain/html.ts';
import { landUseWords } from '../domain/land-use-words.ts';
import type { Language } from '../domain/language.ts';
import { systemName } from '../domain/system-name.ts';
import { partHref } from './commune-href.ts';
import { unitName } from './unit-name.ts';
import { pageWords } from './words.ts';

const area = (areaM2: number | undefined, language: Language) =>
  areaM2 === undefined ? null : formatAreaColumn(areaM2, language);

/** A swatch in the colour of the map. SVG, since a page's policy allows no style in an attribute. */
const swatch = (fill: string | null): Html | false =>
  fill !== null &&
  /^#[0-9a-f]{6}$/i.test(fill) &&
  html`<svg class="swatch" aria-hidden="true" viewBox="0 0 1 1"><rect width="1" height="1" fill="${fill}"/></svg>`;

/** Parcels and area by use, largest first; adds up to the totals. */
export function landUseTable({ landUse = [], totals }: CommuneFacts, language: Language): Html | false {
  if (landUse.length === 0 || !totals) return false;
  const words = pageWords(language);
  const title = words('commune.landUse');
  const row = (use: (typeof landUse)[number]) => html`<tr>
<th scope="row">${swatch(use.fill)}${landUseWords(use, language)}</th>
<td class="sum">${formatNumber(use.parcels, language)}</td>
<td class="sum">${area(use.areaM2, language)}</td>
<td class="sum">${use.areaM2 !== undefined && totals.areaM2 ? formatShare(use.areaM2 / totals.areaM2, language) : null}</td></tr>
`;
  return html`<section><h2>${title}</h2>
<div class="wide" tabindex="0" role="region" aria-label="${title}"><table>
<thead><tr><th scope="col">${words('commune.use')}</th><th scope="col" class="sum">${words('commune.count')}</th><th scope="col" class="sum">${words('commune.area')}</th><th scope="col" class="sum">${words('commune.share')}</th></tr></thead>
<tbody>
${landUse.map(row)}</tbody>
<tfoot><tr><th scope="row">${words('commune.total')}</th><td class="sum">${formatNumber(totals.parcels, language)}</td><td class="sum">${area(totals.areaM2, language)}</td><td></td></tr></tfoot>
</table></div>
<p class="help">${words('commune.landUseHelp')}</p></section>`;
}

/** The map sheets, each with the unit that numbered it: two sheets 12 are told apart by it. */
export function communeSheets(
  { sheets = [], commune }: CommuneFacts,
  at: string | undefined,
  language: Language,
): Html | false {
  if (sheets.length === 0) return false;
  const words = pageWords(language);
  const title = words('commune.sheets');
  const row = (sheet: (typeof sheets)[number]) => html`<tr>
<th scope="row" class="sum"><a href="${partHref(commune.code, { at, sheet: sheet.sheet, unit: sheet.numberedIn?.code })}">${sheet.sheet}</a></th>
<td>${sheet.numberedIn && unitName(sheet.numberedIn, language)}</td>
<td class="sum">${sheet.scale ? `1:${formatNumber(sheet.scale, language)}` : null}</td>
<td class="sum">${formatNumber(sheet.parcels, language)}</td>
<td class="sum">${area(sheet.areaM2, language)}</td>
<td>${sheet.srid !== undefined && systemName(sheet.srid, language)}</td></tr>
`;
  return html`<section><h2>${title}</h2>
<div class="wide" tabindex="0" role="region" aria-label="${title}"><table>
<thead><tr><th scope="col" class="sum">${words('commune.sheet')}</th><th scope="col">${words('commune.numberedIn')}</th><th scope="col" class="sum">${words('commune.scale')}</th><th scope="col" class="sum">${words('commune.count')}</th><th scope="col" class="sum">${words('commune.area')}</th><th scope="col">${words('commune.system')}</th></tr></thead>
<tbody>
${sheets.map(row)}</tbody>
</table></div></section>`;
}
