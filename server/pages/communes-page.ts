import { formatDay } from '../domain/format-day.ts';
import { type Html, html } from '../domain/html.ts';
import { communeHref } from './commune-href.ts';
import type { PageFrame } from './page-frame.ts';
import { pageShell } from './page-shell.ts';
import { pageWords } from './words.ts';

interface Unit {
  readonly code: string;
  readonly name: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly successors: readonly { readonly code: string; readonly name: string }[];
  readonly hasSheets: boolean;
}

export interface CommunesFacts {
  readonly present: readonly Unit[];
  readonly former: readonly Unit[];
}

const unitList = (units: readonly Unit[]): Html =>
  html`<ul class="units">
${units.map((unit) => html`<li><a href="${communeHref(unit)}">${unit.name}</a> <span class="quiet number">${unit.code}</span></li>\n`)}</ul>`;

/** The way to the land of a commune without a question. */
export function communesPage(frame: PageFrame, { present, former }: CommunesFacts): Html {
  const words = pageWords(frame.language);
  const withLand = present.filter((unit) => unit.hasSheets);
  const without = present.filter((unit) => !unit.hasSheets);
  const body = html`<article>
<h1>${words('communes.title')}</h1>
<p class="lead">${words('communes.lead')}</p>
${withLand.length > 0 && html`<section><h2>${words('communes.withLand')}</h2>${unitList(withLand)}</section>`}
${without.length > 0 && html`<section><h2>${words('communes.withoutLand')}</h2>${unitList(without)}</section>`}
${
  former.length > 0 &&
  html`<details class="former"><summary>${words('communes.former')} (${former.length})</summary>
<div class="wide" tabindex="0" role="region" aria-label="${words('communes.former')}"><table>
<thead><tr><th scope="col">${words('communes.name')}</th><th scope="col">${words('communes.code')}</th><th scope="col">${words('communes.until')}</th><th scope="col">${words('communes.became')}</th></tr></thead>
<tbody>
${former.map(
  (unit) =>
    html`<tr><th scope="row"><a href="${communeHref(unit)}">${unit.name}</a></th><td class="number">${unit.code}</td><td class="number">${unit.validTo && formatDay(unit.validTo, frame.language)}</td><td>${unit.successors.map((next, i) => html`${i > 0 && ', '}<a href="/communes/${next.code}">${next.name}</a>`)}</td></tr>\n`,
)}</tbody>
</table></div></details>`
}
</article>`;
  return pageShell(frame, {
    title: `${words('communes.title')} · ${words('site.name')}`,
    description: words('communes.lead'),
    layout: 'text',
    body,
  });
}
