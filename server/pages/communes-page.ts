import { formatDay } from '../domain/words/format-day.ts';
import { type Html, html } from '../domain/words/html.ts';
import { communeHref } from './commune-href.ts';
import type { PageFrame } from './frame/page-frame.ts';
import { pageShell } from './frame/page-shell.ts';
import { stackTable } from './frame/stack-table.ts';
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

function formerTable(former: readonly Unit[], { language }: PageFrame): Html {
  const words = pageWords(language);
  return stackTable(
    words('communes.former'),
    [
      { title: words('communes.name'), names: true },
      { title: words('communes.code') },
      { title: words('communes.until') },
      { title: words('communes.became') },
    ],
    former.map((unit) => [
      html`<a href="${communeHref(unit)}">${unit.name}</a>`,
      unit.code,
      unit.validTo && formatDay(unit.validTo, language),
      unit.successors.map((next, i) => html`${i > 0 && ', '}<a href="/communes/${next.code}">${next.name}</a>`),
    ]),
  );
}

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
${formerTable(former, frame)}</details>`
}
</article>`;
  return pageShell(frame, {
    title: `${words('communes.title')} · ${words('site.name')}`,
    description: words('communes.lead'),
    layout: 'text',
    body,
  });
}
