import type { PortalParcelDetail } from '../../domain/contract/portal/portal-parcels.ts';
import { formatArea, formatNumber } from '../../domain/words/format-number.ts';
import { type Html, html } from '../../domain/words/html.ts';
import { landUseWords } from '../../domain/words/land-use-words.ts';
import type { Language } from '../../domain/words/language.ts';
import { unitName } from '../unit-name.ts';
import { pageWords } from '../words.ts';

type Parcel = Partial<PortalParcelDetail>;
type Row = readonly [term: string, value: Html | string | null | undefined, help?: string];

/** Terms and values; what is not there (not published, or none) has no row. */
function facts(rows: readonly Row[]): Html {
  const known = rows.filter(([, value]) => value !== null && value !== undefined && value !== '');
  return html`<dl class="facts">
${known.map(([term, value, help]) => html`<div><dt>${term}</dt><dd>${value}${help && html`<span class="help">${help}</span>`}</dd></div>\n`)}</dl>`;
}

const section = (id: string, title: string, body: Html): Html =>
  html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${body}</section>`;

/** How the original records called it: `tờ 12, thửa 345, Xã Cũ, 1:1.000`. */
function sourceText({ unit, sheet, no, scale }: NonNullable<Parcel['source']>, language: Language): string {
  const words = pageWords(language);
  const name = sheet === null ? words('parcel.sourceNo', { no }) : words('parcel.short', { sheet, no });
  return [name, unit, scale === null ? null : `1:${formatNumber(scale, language)}`].filter(Boolean).join(', ');
}

/** Where it is, its numbers now and before, its areas (each says which it is), its uses. Never a person. */
export function parcelFacts(parcel: Parcel, language: Language): Html {
  const words = pageWords(language);
  const { commune, numberedIn, scale, legalAreaM2, areaM2, landUse = [] } = parcel;
  const where = facts([
    [words('parcel.address'), parcel.address],
    [words('parcel.commune'), commune && html`<a href="/communes/${commune.code}">${commune.name}</a>`],
  ]);
  const numbers = facts([
    [words('parcel.sheet'), parcel.sheet],
    [words('parcel.no'), parcel.no],
    [words('parcel.numberedIn'), numberedIn && unitName(numberedIn, language)],
    [words('parcel.source'), parcel.source && sourceText(parcel.source, language)],
    [words('parcel.sheetScale'), scale === null || scale === undefined ? null : `1:${formatNumber(scale, language)}`],
    [words('parcel.code'), parcel.code && html`<code>${parcel.code}</code>`, words('parcel.codeHelp')],
  ]);
  const areas = facts([
    [
      words('parcel.legalArea'),
      legalAreaM2 === undefined
        ? null
        : legalAreaM2 === null
          ? words('parcel.legalAreaNone')
          : formatArea(legalAreaM2, language),
      words('parcel.legalAreaHelp'),
    ],
    [words('parcel.area'), areaM2 === undefined ? null : formatArea(areaM2, language), words('parcel.areaHelp')],
  ]);
  const uses = html`<ul class="uses">${landUse.map((use) => html`<li>${landUseWords(use, language)}</li>`)}</ul>
${landUse.length > 1 && html`<p class="help">${words('parcel.landUseMixed')}</p>`}`;
  return html`${section('where', words('parcel.where'), where)}
${section('numbers', words('parcel.numbers'), numbers)}
${section('areas', words('parcel.areas'), areas)}
${landUse.length > 0 && section('land-use', words('parcel.landUse'), uses)}
${section('state', words('parcel.state'), html`<p>${words('parcel.private')}</p><p>${words('parcel.notValue')}</p>`)}`;
}
