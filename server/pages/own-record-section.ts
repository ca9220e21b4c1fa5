import type { OwnLook, OwnRecord } from '../domain/contract/parcel/own-record.ts';
import { formatDay, formatMoment } from '../domain/words/format-day.ts';
import { formatArea } from '../domain/words/format-number.ts';
import { type Html, html } from '../domain/words/html.ts';
import type { PageFrame } from './frame/page-frame.ts';
import { type Column, stackTable } from './frame/stack-table.ts';
import { type PageWordKey, type PageWords, pageWords } from './words.ts';

type ParcelSaid = OwnRecord['land'][number]['parcel'];

const parcelLink = ({ id, no, sheet, commune }: ParcelSaid, words: PageWords): Html =>
  html`<a href="/parcels/${id}">${words('asked.parcel', { no, sheet, commune })}</a>`;

/** Purposes that have words of their own; a new one is work of the registry until it has. */
const PURPOSES: Readonly<Record<string, PageWordKey>> = {
  'parcel page': 'own.purpose.parcel',
  'map extract': 'own.purpose.paper',
  paper: 'own.purpose.paper',
  certificate: 'own.purpose.certificate',
  certificates: 'own.purpose.certificate',
  dealing: 'own.purpose.dealing',
  request: 'own.purpose.request',
  counter: 'own.purpose.counter',
  dispute: 'own.purpose.dispute',
  authority: 'own.purpose.authority',
  inspection: 'own.purpose.inspection',
  data_check: 'own.purpose.check',
};
const purposeOf = ({ purpose }: OwnLook, words: PageWords): string => words(PURPOSES[purpose] ?? 'own.purpose.other');

/** What the register holds of who is signed in; nothing where nobody vouches for her number. */
export function ownRecordSection(frame: PageFrame, record: OwnRecord): Html | false {
  const { vouched, land, requests, papers, looks } = record;
  if (!vouched) return false;
  const { language } = frame;
  const words = pageWords(language);
  const part = (
    id: string,
    title: string,
    lead: string | null,
    none: string,
    columns: readonly Column[],
    rows: Parameters<typeof stackTable>[2],
  ): Html => html`<section data-own="${id}">
<h2>${title}</h2>
${lead !== null && html`<p>${lead}</p>\n`}${rows.length === 0 ? html`<p>${none}</p>` : stackTable(title, columns, rows)}
</section>
`;
  const column = (key: PageWordKey, more: Omit<Column, 'title'> = {}): Column => ({ title: words(key), ...more });
  return html`${part(
    'land',
    words('own.land'),
    null,
    words('own.land.none'),
    [
      column('asked.col.parcel', { names: true }),
      column('own.col.area', { sum: true }),
      column('own.col.use'),
      column('own.col.share'),
      column('own.col.certificate'),
    ],
    land.map(({ parcel, legalAreaM2, areaM2, landUse, share, right, until, certificateSerial }) => [
      parcelLink(parcel, words),
      formatArea(legalAreaM2 ?? areaM2, language),
      landUse,
      [
        words(right === 'use' ? 'own.use' : 'own.management'),
        share === '1' ? words('own.whole') : share,
        ...(until === null ? [] : [words('own.until', { day: formatDay(until, language) })]),
      ].join(', '),
      certificateSerial ?? words('own.noCertificate'),
    ]),
  )}${part(
    'requests',
    words('own.requests'),
    words('own.requests.lead'),
    words('own.requests.none'),
    [
      column('follow.reference', { names: true }),
      column('followed.paper'),
      column('asked.col.parcel'),
      column('own.col.state'),
      column('own.col.paper'),
    ],
    requests.map(({ reference, kind, parcel, status, suspended, dueOn, receivedAt, paperSerial }) => {
      const open = status === 'received' || status === 'accepted';
      return [
        html`<a href="/requests/follow?reference=${reference}">${reference}</a> <span class="quiet">${formatMoment(receivedAt, language)}</span>`,
        words(`q.paper.${kind}`),
        parcelLink(parcel, words),
        open
          ? `${words(suspended ? 'followed.suspended' : `followed.${status}`)}; ${words('own.due', { day: formatDay(dueOn, language) })}`
          : words(`followed.${status}`),
        paperSerial ?? '–',
      ];
    }),
  )}${part(
    'papers',
    words('own.papers'),
    words('own.papers.lead'),
    words('own.papers.none'),
    [
      column('check.serial', { names: true }),
      column('check.kind'),
      column('check.issued'),
      column('own.col.state'),
      column('check.office'),
    ],
    papers.map(({ serial, kind, issuedAt, status, office }) => [
      serial,
      words(`check.kind.${kind}`),
      formatMoment(issuedAt, language),
      words(`own.paper.${status}`),
      office,
    ]),
  )}${part(
    'looks',
    words('own.looks'),
    words('own.looks.lead'),
    words('own.looks.none'),
    [column('own.col.at', { names: true }), column('own.col.who'), column('own.col.purpose')],
    looks.map((look) => [formatMoment(look.at, language), look.name ?? words('own.staff'), purposeOf(look, words)]),
  )}`;
}
