import type { LookupQuota, LookupSummary } from '../../domain/contract/lookups.ts';
import { KNOWN_HEADS } from '../../domain/lookup/lookup-columns.ts';
import { formatDay, formatMoment } from '../../domain/words/format-day.ts';
import { formatNumber } from '../../domain/words/format-number.ts';
import { type Html, html } from '../../domain/words/html.ts';
import type { PageFrame } from '../frame/page-frame.ts';
import { pageShell } from '../frame/page-shell.ts';
import { stackTable } from '../frame/stack-table.ts';
import { type PageWords, pageWords } from '../words.ts';

export interface BusinessFacts {
  readonly quota: LookupQuota;
  readonly lookups: readonly LookupSummary[];
  readonly nextCursor: string | null;
  /** Makes the form one look-up however often it is sent. */
  readonly key: string;
  /** What was pasted, and why it cannot be looked up, where that is so. */
  readonly sent?: { readonly table: string; readonly name: string; readonly fault: string };
}

/** Files that may be chosen, as people call them. */
const TABLE_KINDS = 'XLSX, CSV';
const ACCEPT = '.xlsx,.csv,.tsv,.txt,text/csv';

function quotaText({ rowsADay, rowsUsed }: LookupQuota, frame: PageFrame, words: PageWords): Html | false {
  if (rowsADay === null) return false;
  const all = formatNumber(rowsADay, frame.language, 0);
  const text =
    rowsUsed >= rowsADay
      ? words('business.quotaOver', { all })
      : words('business.quota', { used: formatNumber(rowsUsed, frame.language, 0), all });
  return html`<p class="quota"><meter min="0" max="${Math.max(rowsADay, 1)}" value="${Math.min(rowsUsed, rowsADay)}" aria-label="${words('business.quotaLabel')}"></meter> ${text}</p>
`;
}

function form({ key, sent }: BusinessFacts, frame: PageFrame, words: PageWords): Html {
  const { language } = frame;
  const fault = sent && html`<p class="fault" id="table-fault">${sent.fault}</p>\n`;
  return html`<form class="step" method="post" action="/business" data-lookup-form data-sending="${words('business.sending')}" data-failed="${words('business.failed')}">
<input type="hidden" name="key" value="${key}">
<div class="field"${sent && html` data-wrong`}>
<label for="table">${words('business.table')}</label>
<p class="help" id="table-hint">${words('business.tableHint', { heads: KNOWN_HEADS[language] })}</p>
${fault}<textarea id="table" name="table" rows="6" spellcheck="false"${sent && html` aria-invalid="true"`} aria-describedby="table-hint${sent && ' table-fault'}">${sent?.table ?? ''}</textarea>
</div>
<div class="field" data-file hidden>
<label for="file">${words('business.file')}</label>
<p class="help" id="file-hint">${words('business.fileHint', { kinds: TABLE_KINDS })}</p>
<input id="file" type="file" accept="${ACCEPT}" aria-describedby="file-hint">
</div>
<div class="field">
<label for="name">${words('business.name')}</label>
<p class="help" id="name-hint">${words('business.nameHint')}</p>
<input id="name" name="name" value="${sent?.name ?? ''}" maxlength="120" autocomplete="off" aria-describedby="name-hint">
</div>
<p class="actions"><button type="submit" class="primary">${words('business.button')}</button></p>
<p role="status" data-lookup-status></p>
</form>
`;
}

function ownLookups({ lookups, nextCursor }: BusinessFacts, frame: PageFrame, words: PageWords): Html {
  const { language } = frame;
  if (lookups.length === 0) return html`<p>${words('business.none')}</p>`;
  const number = (value: number) => formatNumber(value, language, 0);
  const table = stackTable(
    words('business.own'),
    [
      { title: words('business.col.name'), names: true },
      { title: words('business.col.rows'), sum: true },
      { title: words('business.col.state') },
      { title: words('business.col.matched'), sum: true },
      { title: words('business.col.kept') },
    ],
    lookups.map((one) => [
      html`<a href="/business/${one.lookupId}">${one.name || words('business.noName')}</a> <span class="quiet">${formatMoment(one.askedAt, language)}</span>`,
      number(one.rows),
      words(`lookup.${one.state}`),
      number(one.counts.matched),
      formatDay(one.keepUntil, language),
    ]),
  );
  const older =
    nextCursor &&
    html`\n<p><a href="/business?cursor=${nextCursor}" rel="nofollow next">${words('business.older')}</a></p>`;
  return html`${table}${older}`;
}

/** A table in, and the look-ups of the account. */
export function businessPage(frame: PageFrame, facts: BusinessFacts): Html {
  const words = pageWords(frame.language);
  const title = facts.sent ? words('step.wrongTitle', { title: words('business.title') }) : words('business.title');
  const body = html`<article class="lookups">
<h1>${words('business.title')}</h1>
<p class="lead">${words('business.lead')}</p>
${quotaText(facts.quota, frame, words)}${facts.sent && html`<div class="faults" role="alert"><h2>${words('business.wrong')}</h2><p><a href="#table">${facts.sent.fault}</a></p></div>\n`}<ul>
<li><a href="/business/watches">${words('watch.link')}</a></li>
<li><a href="/business/answers">${words('bank.link')}</a></li>
</ul>
<h2>${words('business.send')}</h2>
${form(facts, frame, words)}<h2>${words('business.own')}</h2>
${ownLookups(facts, frame, words)}
<p class="help">${words('business.api')} <a href="/api/docs">${words('nav.api')}</a></p>
</article>`;
  return pageShell(frame, {
    title: `${title} · ${words('site.name')}`,
    description: words('business.description'),
    layout: 'text',
    body,
    index: false,
    canonical: null,
  });
}
