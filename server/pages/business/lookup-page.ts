import type { AnsweredLookupRow, LookupSummary } from '../../domain/contract/lookups.ts';
import type { PortalParcel } from '../../domain/contract/portal/portal-parcels.ts';
import { FIELD_TEXT } from '../../domain/lookup/lookup-columns.ts';
import { LOOKUP_OUTCOMES, type LookupOutcome, OUTCOME_TEXT, REASON_TEXT } from '../../domain/lookup/lookup-outcome.ts';
import { formatDay, formatMoment } from '../../domain/words/format-day.ts';
import { formatArea, formatNumber } from '../../domain/words/format-number.ts';
import { type Html, html } from '../../domain/words/html.ts';
import type { Language } from '../../domain/words/language.ts';
import type { PageFrame } from '../frame/page-frame.ts';
import { pageShell } from '../frame/page-shell.ts';
import { stackTable } from '../frame/stack-table.ts';
import { parcelName } from '../parcel/parcel-name.ts';
import { type PageWords, pageWords } from '../words.ts';

export interface LookupFacts {
  readonly lookup: LookupSummary;
  readonly rows: readonly AnsweredLookupRow[];
  readonly nextCursor: string | null;
  readonly outcome: LookupOutcome | null;
  /** Whether these are not the first rows. */
  readonly further: boolean;
}

/** Kinds of files, as they end. */
const FILES = ['xlsx', 'csv', 'gpkg'] as const;

const FILE_NAMES = { xlsx: 'XLSX', csv: 'CSV', gpkg: 'GeoPackage' } as const;

const COUNT_OF = {
  matched: 'matched',
  ambiguous: 'ambiguous',
  not_matched: 'notMatched',
  not_understood: 'notUnderstood',
} as const satisfies Record<LookupOutcome, keyof LookupSummary['counts']>;

function parcelText(parcel: PortalParcel, frame: PageFrame, words: PageWords): Html {
  const more = [
    parcel.commune?.name,
    // What tells two sheets 12 apart.
    parcel.numberedIn &&
      parcel.numberedIn.code !== parcel.commune?.code &&
      words('lookup.numberedIn', { unit: parcel.numberedIn.name }),
    parcel.landUse?.map(({ code }) => code).join('+'),
    parcel.areaM2 === undefined ? undefined : formatArea(parcel.areaM2, frame.language),
    parcel.state === 'historic' && words('lookup.historic'),
  ]
    .filter(Boolean)
    .join(' · ');
  return html`<a href="/parcels/${parcel.id}">${parcelName(parcel, words, 'short')}</a> <span class="quiet number">${more}</span>`;
}

function parcelsText({ parcels, more }: AnsweredLookupRow, frame: PageFrame, words: PageWords): Html | false {
  const [only, ...others] = parcels;
  if (!only) return false;
  if (others.length === 0 && !more) return parcelText(only, frame, words);
  return html`<ul class="parcels">${parcels.map((parcel) => html`<li>${parcelText(parcel, frame, words)}</li>`)}${more && html`<li>${words('lookup.more')}</li>`}</ul>`;
}

function rowsTable({ rows }: LookupFacts, frame: PageFrame, words: PageWords): Html {
  const { language } = frame;
  return stackTable(
    words('lookup.rows'),
    [
      { title: words('lookup.col.no'), sum: true, names: true },
      { title: words('lookup.col.given') },
      { title: words('lookup.col.outcome') },
      { title: words('lookup.col.parcel') },
    ],
    rows.map((row) => [
      formatNumber(row.rowNo, language, 0),
      row.given.filter((cell) => cell !== '').join(' · '),
      html`<strong class="outcome" data-outcome="${row.outcome}">${OUTCOME_TEXT[row.outcome][language]}</strong>${row.reason && html` <span class="quiet">${REASON_TEXT[row.reason][language]}</span>`}`,
      parcelsText(row, frame, words),
    ]),
  );
}

function progress({ lookup }: LookupFacts, frame: PageFrame, words: PageWords): Html {
  const { state, done, rows, lookupId } = lookup;
  const number = (value: number) => formatNumber(value, frame.language, 0);
  const text = words('lookup.progress', { done: number(done), all: number(rows) });
  if (state === 'done') return html`<p class="state" data-state="current">${words('lookup.done')}</p>\n`;
  if (state === 'failed')
    return html`<p class="state" data-state="historic">${words('lookup.failed')}</p>
<p class="panel">${words('lookup.failedText')} ${text}.</p>\n`;
  return html`<div class="panel" data-lookup="${lookupId}">
<p><strong>${words(`lookup.${state}`)}</strong></p>
<p><progress max="${rows}" value="${done}" aria-label="${words('lookup.running')}"></progress> <span role="status" data-progress-text>${text}</span></p>
<p><a href="/business/${lookupId}" data-reload>${words('lookup.reload')}</a></p>
</div>
`;
}

function outcomes({ lookup, outcome }: LookupFacts, frame: PageFrame, words: PageWords): Html {
  const { language } = frame;
  const base = `/business/${lookup.lookupId}`;
  const choice = (value: LookupOutcome | null, title: string, count: number) => {
    const text = html`${title} <span class="number">${formatNumber(count, language, 0)}</span>`;
    const href = value === null ? base : `${base}?outcome=${value}`;
    return value === outcome
      ? html`<li><a href="${href}" aria-current="true">${text}</a></li>\n`
      : html`<li><a href="${href}">${text}</a></li>\n`;
  };
  return html`<nav class="outcomes" aria-label="${words('lookup.filter')}"><ul>
${choice(null, words('lookup.all'), lookup.done)}${LOOKUP_OUTCOMES.map((one) => choice(one, OUTCOME_TEXT[one][language], lookup.counts[COUNT_OF[one]]))}</ul></nav>
`;
}

function files({ lookup, outcome }: LookupFacts, frame: PageFrame, words: PageWords): Html | false {
  if (lookup.state !== 'done') return false;
  const query = `lang=${frame.language}${outcome === null ? '' : `&outcome=${outcome}`}`;
  return html`<h2>${words('lookup.files')}</h2>
<p class="actions">${FILES.map((kind) => html`<a class="action" href="/api/lookups/${lookup.lookupId}.${kind}?${query}" download>${words('lookup.file', { kind: FILE_NAMES[kind] })}</a> `)}</p>
`;
}

function known({ lookup }: LookupFacts, language: Language, words: PageWords): Html | false {
  const read = lookup.columns.flatMap(({ head, field }) =>
    field === null ? [] : `“${head}”: ${FIELD_TEXT[field][language]}`,
  );
  return read.length > 0 && html`<p class="help">${words('lookup.readAs', { columns: read.join(', ') })}</p>\n`;
}

/** A look-up: how far it is, what became of its rows, and the filled table. */
export function lookupPage(frame: PageFrame, facts: LookupFacts): Html {
  const { language } = frame;
  const words = pageWords(language);
  const { lookup, rows, nextCursor, outcome, further } = facts;
  const title = words('lookup.title', { name: lookup.name || formatMoment(lookup.askedAt, language) });
  const base = `/business/${lookup.lookupId}`;
  const onward = nextCursor && `${base}?${outcome === null ? '' : `outcome=${outcome}&`}cursor=${nextCursor}`;
  const empty = words(lookup.done === 0 ? 'lookup.notYet' : 'lookup.noRows');
  const body = html`<article class="lookups">
<p class="back"><a href="/business">${words('lookup.back')}</a></p>
<h1>${title}</h1>
${progress(facts, frame, words)}<p class="help">${lookup.asOf && `${words('lookup.asOf', { moment: formatMoment(lookup.asOf, language) })} `}${words('lookup.keep', { day: formatDay(lookup.keepUntil, language) })}</p>
${known(facts, language, words)}${files(facts, frame, words)}<h2>${words('lookup.rows')}</h2>
${outcomes(facts, frame, words)}${rows.length > 0 ? rowsTable(facts, frame, words) : html`<p>${empty}</p>`}
${further && html`<p><a href="${base}${outcome === null ? '' : `?outcome=${outcome}`}">${words('lookup.first')}</a></p>\n`}${onward && html`<p><a href="${onward}" rel="nofollow next">${words('lookup.next')}</a></p>\n`}<details class="forget"><summary>${words('lookup.forget')}</summary>
<p>${words('lookup.forgetText')}</p>
<form method="post" action="${base}/forget"><button type="submit">${words('lookup.forgetButton')}</button></form>
</details>
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
