import type { CommuneFacts } from '../domain/contract/portal/portal-communes.ts';
import type { PortalParcel } from '../domain/contract/portal/portal-parcels.ts';
import { formatDay } from '../domain/words/format-day.ts';
import { formatArea, formatAreaColumn, formatNumber } from '../domain/words/format-number.ts';
import { type Html, html } from '../domain/words/html.ts';
import { landUseWords } from '../domain/words/land-use-words.ts';
import { communeHref, partHref } from './commune-href.ts';
import { communeSheets, landUseTable } from './commune-tables.ts';
import { dataNote } from './frame/data-note.ts';
import type { PageFrame } from './frame/page-frame.ts';
import { pageShell } from './frame/page-shell.ts';
import { stackTable } from './frame/stack-table.ts';
import { pageWords } from './words.ts';

export interface CommunePageFacts {
  readonly facts: CommuneFacts;
  readonly parcels: { readonly items: readonly PortalParcel[]; readonly nextCursor: string | null };
  /** What the list of parcels was narrowed to, and where in it we are. */
  readonly sheet: string | undefined;
  readonly unit: string | undefined;
  readonly cursor: string | undefined;
  readonly at: string | undefined;
}

function relatives({ facts }: CommunePageFacts, frame: PageFrame): Html {
  const words = pageWords(frame.language);
  const { commune, predecessors, successors } = facts;
  const list = (units: typeof predecessors) =>
    units.map((unit, i) => html`${i > 0 && ', '}<a href="${communeHref(unit)}">${unit.name}</a>`);
  return html`${
    successors.length > 0 &&
    commune.validTo !== null &&
    html`<p class="panel">${words('commune.became', { day: formatDay(commune.validTo, frame.language) })} ${list(successors)}</p>`
  }
${predecessors.length > 0 && html`<p>${words('commune.madeOf')} ${list(predecessors)}</p>`}`;
}

function parcelTable(given: CommunePageFacts, frame: PageFrame): Html | false {
  const { facts, parcels, sheet, unit, cursor, at } = given;
  if (parcels.items.length === 0) return false;
  const words = pageWords(frame.language);
  const { code } = facts.commune;
  const title = sheet === undefined ? words('commune.list') : words('commune.listSheet', { sheet });
  const table = stackTable(
    title,
    [
      { title: words('commune.sheet'), sum: true },
      { title: words('parcel.no'), sum: true, names: true },
      { title: words('commune.use') },
      { title: words('commune.area'), sum: true },
      { title: words('parcel.address') },
    ],
    parcels.items.map((parcel) => [
      parcel.sheet,
      html`<a href="/parcels/${parcel.id}">${parcel.no ?? parcel.code ?? parcel.id}</a>`,
      parcel.landUse?.map((use) => html`<abbr title="${landUseWords(use, frame.language)}">${use.code}</abbr> `),
      parcel.areaM2 !== undefined && formatAreaColumn(parcel.areaM2, frame.language),
      parcel.address,
    ]),
  );
  const start = { at, sheet, unit };
  return html`<section id="parcels"><h2>${title}</h2>
${sheet !== undefined && html`<p><a href="${partHref(code, { at })}">${words('commune.listAll')}</a></p>`}
${table}
<p class="actions">${cursor && html`<a class="action" href="${partHref(code, start)}">${words('commune.firstPage')}</a>`}
${parcels.nextCursor && html`<a class="action" href="${partHref(code, { ...start, cursor: parcels.nextCursor })}" rel="next">${words('commune.nextPage')}</a>`}</p>
</section>`;
}

function openData({ facts, at }: CommunePageFacts, frame: PageFrame): Html | false {
  // A former unit's land is downloaded with the commune it belongs to now.
  if (!facts.totals || facts.totals.parcels === 0 || facts.successors.length > 0 || at) return false;
  const words = pageWords(frame.language);
  const base = `/api/portal/communes/${facts.commune.code}/parcels`;
  return html`<section><h2>${words('commune.openData')}</h2>
${
  facts.bulk
    ? html`<p>${words('commune.openDataLead')}</p>
<p class="actions"><a class="action" href="${base}.gpkg" download>${words('commune.gpkg')}</a><a class="action" href="${base}.csv" download>${words('commune.csv')}</a></p>
<p>${facts.licence === null ? words('commune.licenceUnknown') : words('commune.licence', { licence: facts.licence })}</p>`
    : html`<p>${words('commune.closed')}</p>`
}</section>`;
}

function mapLink({ facts }: CommunePageFacts, frame: PageFrame): Html | false {
  const { bbox } = facts.commune;
  if (!bbox) return false;
  const [west, south, east, north] = bbox;
  const href = `/?lat=${((south + north) / 2).toFixed(5)}&lon=${((west + east) / 2).toFixed(5)}&z=14`;
  return html`<p class="actions"><a class="action primary" href="${href}" rel="nofollow">${pageWords(frame.language)('search.onMap')}</a></p>`;
}

/** One commune, present or former: its land by use and sheet, its parcels page by page, its open data. */
export function communePage(frame: PageFrame, given: CommunePageFacts): Html {
  const words = pageWords(frame.language);
  const { commune, totals, dataAsOf, bulk } = given.facts;
  const some = totals !== undefined && totals.parcels > 0;
  const sum = some && {
    parcels: formatNumber(totals.parcels, frame.language),
    area: totals.areaM2 === undefined ? '' : formatArea(totals.areaM2, frame.language),
  };
  const body = html`<article>
<h1>${commune.name}</h1>
<p class="place">${words('commune.code', { code: commune.code })}</p>
${given.at && html`<p class="panel">${words('parcel.asOf', { day: formatDay(given.at, frame.language) })}</p>`}
${relatives(given, frame)}
<p class="lead">${sum ? words('commune.totals', sum) : words('commune.nothing')}</p>
${mapLink(given, frame)}
${landUseTable(given.facts, frame.language)}
${communeSheets(given.facts, given.at, frame.language)}
${parcelTable(given, frame)}
${openData(given, frame)}
</article>`;
  const description = words('commune.description', { name: commune.name });
  return pageShell(frame, {
    title: `${commune.name} · ${words('site.name')}`,
    description,
    layout: 'text',
    body,
    canonical: `/communes/${commune.code}`,
    index: given.cursor === undefined && given.sheet === undefined && given.at === undefined,
    dataNote: dataNote(dataAsOf, frame.language),
    structured: {
      '@context': 'https://schema.org',
      '@type': bulk && some ? 'Dataset' : 'AdministrativeArea',
      name: bulk && some ? `${words('commune.list')}, ${commune.name}` : commune.name,
      description,
      url: `${frame.publicUrl}/communes/${commune.code}`,
      identifier: commune.code,
      ...(bulk && some
        ? {
            ...(dataAsOf ? { dateModified: dataAsOf } : {}),
            ...(given.facts.licence ? { license: given.facts.licence } : {}),
            distribution: ['csv', 'gpkg'].map((kind) => ({
              '@type': 'DataDownload',
              encodingFormat: kind === 'csv' ? 'text/csv' : 'application/geopackage+sqlite3',
              contentUrl: `${frame.publicUrl}/api/portal/communes/${commune.code}/parcels.${kind}`,
            })),
          }
        : {}),
    },
  });
}
