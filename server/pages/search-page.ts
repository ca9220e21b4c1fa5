import type { PortalParcel } from '../domain/contract/portal/portal-parcels.ts';
import type { FoundCommune, FoundPlace, FoundPoint, SearchAnswer } from '../domain/contract/portal/portal-search.ts';
import type { Ring } from '../domain/drawing/boundary.ts';
import { toMercator } from '../domain/tile-address.ts';
import { formatDay } from '../domain/words/format-day.ts';
import { formatFixed, formatNumber } from '../domain/words/format-number.ts';
import { type Html, html } from '../domain/words/html.ts';
import { systemName } from '../domain/words/system-name.ts';
import { communeHref } from './commune-href.ts';
import type { PageFrame } from './frame/page-frame.ts';
import { pageShell } from './frame/page-shell.ts';
import { missingNote } from './missing-note.ts';
import { parcelItem } from './parcel/parcel-item.ts';
import { questionForm } from './question-form.ts';
import { silhouette } from './silhouette.ts';
import { pageWords } from './words.ts';

export interface SearchFacts {
  readonly q: string;
  readonly at: string | undefined;
  /** Undefined while nothing has been asked. */
  readonly answer: SearchAnswer | undefined;
  /** Boundaries of the parcels of the answer, by id, where they are published. */
  readonly shapes?: ReadonlyMap<string, readonly Ring[]> | undefined;
  /** Boundary of a unit, Web Mercator metres; without a day the present one. */
  readonly unitShape?: ((unit: { code: string; validFrom?: string }) => readonly Ring[] | undefined) | undefined;
}

/** More than this of a question is not repeated on the page. */
const SHOWN = 80;

const mapHref = (lon: number, lat: number) => `/?lat=${lat.toFixed(6)}&lon=${lon.toFixed(6)}&z=18`;

const group = (title: string, items: readonly Html[], before?: Html | string | false): Html | false =>
  items.length > 0 &&
  html`<section><h2>${title}</h2>${before && html`<p>${before}</p>`}<ul class="results">${items}</ul></section>`;

function communeItem(commune: FoundCommune, frame: PageFrame, rings: readonly Ring[] | undefined): Html {
  const words = pageWords(frame.language);
  const former =
    commune.validTo !== null &&
    [
      words('search.wasUntil', { day: formatDay(commune.validTo, frame.language) }),
      ...(commune.became.length > 0
        ? [words('search.became', { names: commune.became.map((unit) => unit.name).join(', ') })]
        : []),
    ].join('; ');
  const links = commune.became.map((unit) => html` <a href="/communes/${unit.code}">${unit.name}</a>`);
  const shape = silhouette(rings);
  return html`<li${shape && html` class="drawn"`}>${shape}<div><a href="${communeHref(commune)}">${commune.name}${commune.validTo !== null && ` (${words('search.former')})`}</a> <span class="quiet number">${commune.code}</span>
${former && html`<p>${former}</p><p>${links}</p>`}</div></li>
`;
}

function placeItem(place: FoundPlace, frame: PageFrame, rings: readonly Ring[] | undefined): Html {
  const words = pageWords(frame.language);
  const shape = silhouette(rings, toMercator(place.lon, place.lat));
  return html`<li${shape && html` class="drawn"`}>${shape}<div><a href="${mapHref(place.lon, place.lat)}" rel="nofollow">${place.name}, ${place.commune.name}</a>
<p class="quiet">${words('search.parcelsHere', { n: formatNumber(place.parcels, frame.language) })} · <a href="/communes/${place.commune.code}">${place.commune.name}</a></p></div></li>
`;
}

function pointItem(point: FoundPoint, frame: PageFrame): Html {
  const words = pageWords(frame.language);
  const { east, north, lon, lat, srid, commune, parcelIds } = point;
  const position =
    east === null || north === null
      ? words('search.degrees', { lat: formatFixed(lat, frame.language, 6), lon: formatFixed(lon, frame.language, 6) })
      : `X ${formatFixed(north, frame.language, 2)} m, Y ${formatFixed(east, frame.language, 2)} m`;
  return html`<li><a href="${mapHref(lon, lat)}" rel="nofollow">${words('search.onMap')}: <span class="number">${position}</span></a>
<p class="quiet">${systemName(srid, frame.language)}${commune && [', ', words('search.inCommune', { name: commune.name })]}</p>
${parcelIds.length === 0 && html`<p>${words('search.outside')}</p>`}</li>
`;
}

function nothing(shown: string | null, frame: PageFrame): Html {
  const words = pageWords(frame.language);
  return html`<section>${shown !== null && html`<h2>${words('search.nothing', { q: shown })}</h2>`}
<p>${words('search.nothingNext')}</p>
<ul>
<li>${words('search.tryNumber')}</li>
<li>${words('search.tryOld')}</li>
<li><a href="/communes">${words('search.tryCommune')}</a></li>
<li><a href="/">${words('search.tryMap')}</a></li>
</ul></section>`;
}

/** What was looked for and is not there, what was not understood; the answer stands below. */
function notes(answer: SearchAnswer, shown: string, frame: PageFrame): Html {
  const words = pageWords(frame.language);
  const unread = answer.asked.unread ?? [];
  const missing = missingNote(answer, frame.language);
  return html`${
    missing &&
    html`<section class="panel missing"><h2>${words('search.nothing', { q: shown })}</h2>
<p>${missing}</p>
${answer.sheets && html`<p>${words('search.sheetsThere', { sheets: answer.sheets.join(', ') })}</p>`}</section>`
  }
${unread.map((text) => html`<p class="panel unread"><bdi>${words('search.unread', { text })}</bdi></p>`)}`;
}

function results(
  { at, answer, shapes, unitShape }: SearchFacts & { answer: SearchAnswer },
  shown: string,
  frame: PageFrame,
): Html {
  const words = pageWords(frame.language);
  const { asked, parcels, communes, places, points, more, near = [], missing } = answer;
  if (asked.reason === 'too_long') return html`<p class="panel" role="alert">${words('search.tooLong')}</p>`;
  if (asked.reason === 'empty') return html`<p>${words('search.empty')}</p>`;
  const found = parcels.length + communes.length + places.length + points.length + near.length;
  const said = notes(answer, shown, frame);
  if (found === 0) return html`${said}${nothing(missing === undefined ? shown : null, frame)}`;
  const count = formatNumber(parcels.length, frame.language);
  const note = more ? words('search.more', { n: count }) : parcels.length > 1 && words('search.several', { n: count });
  const item = (parcel: PortalParcel) => parcelItem(parcel, frame.language, at, shapes?.get(parcel.id));
  const like = missing === 'place' || (missing !== undefined && places.length > 0 && communes.length === 0);
  return html`${said}
${group(words('search.parcels'), parcels.map(item), note)}
${group(words('search.near'), near.map(item))}
${group(
  words('search.communes'),
  communes.map((commune) => communeItem(commune, frame, unitShape?.(commune))),
)}
${group(
  words(like ? 'search.placesLike' : 'search.places'),
  places.map((place) => placeItem(place, frame, unitShape?.({ code: place.commune.code }))),
)}
${group(
  words('search.points'),
  points.map((point) => pointItem(point, frame)),
)}`;
}

/** What a question found: a choice where several answer, and what to try where none does. */
export function searchPage(frame: PageFrame, { q, at, answer, shapes, unitShape }: SearchFacts): Html {
  const words = pageWords(frame.language);
  const letters = [...q.trim()];
  const shown = letters.length > SHOWN ? `${letters.slice(0, SHOWN).join('')}…` : letters.join('');
  const title = shown === '' ? words('search.titleNone') : words('search.title', { q: shown });
  const body = html`${questionForm(frame.language, letters.length > 200 ? '' : q, at)}
<h1><bdi>${title}</bdi></h1>
${at && html`<p class="quiet">${words('search.onDay', { day: formatDay(at, frame.language) })}</p>`}
${answer ? results({ q, at, answer, shapes, unitShape }, shown, frame) : html`<p>${words('search.empty')}</p>`}`;
  return pageShell(frame, {
    title: `${title} · ${words('site.name')}`,
    description: words('home.description'),
    layout: 'text',
    body,
    index: false,
    canonical: null,
  });
}
