import type { CommuneFacts } from '../domain/contract/portal/portal-communes.ts';
import { formatAreaColumn, formatNumber, formatShare } from '../domain/words/format-number.ts';
import { type Html, html } from '../domain/words/html.ts';
import { landUseWords } from '../domain/words/land-use-words.ts';
import type { Language } from '../domain/words/language.ts';
import { systemName } from '../domain/words/system-name.ts';
import { partHref } from './commune-href.ts';
import { stackTable } from './frame/stack-table.ts';
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
  const table = stackTable(
    title,
    [
      { title: words('commune.use'), names: true },
      { title: words('commune.count'), sum: true },
      { title: words('commune.area'), sum: true },
      { title: words('commune.share'), sum: true },
    ],
    landUse.map((use) => [
      html`${swatch(use.fill)}${landUseWords(use, language)}`,
      formatNumber(use.parcels, language),
      area(use.areaM2, language),
      use.areaM2 !== undefined && totals.areaM2 ? formatShare(use.areaM2 / totals.areaM2, language) : null,
    ]),
    [words('commune.total'), formatNumber(totals.parcels, language), area(totals.areaM2, language), null],
  );
  return html`<section><h2>${title}</h2>
${table}
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
  const table = stackTable(
    title,
    [
      { title: words('commune.sheet'), sum: true, names: true },
      { title: words('commune.numberedIn') },
      { title: words('commune.scale'), sum: true },
      { title: words('commune.count'), sum: true },
      { title: words('commune.area'), sum: true },
      { title: words('commune.system') },
    ],
    sheets.map(({ sheet, numberedIn, scale, parcels, areaM2, srid }) => [
      html`<a href="${partHref(commune.code, { at, sheet, unit: numberedIn?.code })}">${sheet}</a>`,
      numberedIn && unitName(numberedIn, language),
      scale ? `1:${formatNumber(scale, language)}` : null,
      formatNumber(parcels, language),
      area(areaM2, language),
      srid !== undefined && systemName(srid, language),
    ]),
  );
  return html`<section><h2>${title}</h2>
${table}</section>`;
}
