import type { PortalParcelDetail } from '../../domain/contract/portal/portal-parcels.ts';
import type { DrawingFacts } from '../../domain/drawing/lay-out-drawing.ts';
import { dayOf } from '../../domain/legal-day.ts';
import { formatDay } from '../../domain/words/format-day.ts';
import { formatNumber } from '../../domain/words/format-number.ts';
import { type Html, html } from '../../domain/words/html.ts';
import { dataNote } from '../frame/data-note.ts';
import type { PageFrame } from '../frame/page-frame.ts';
import { pageShell } from '../frame/page-shell.ts';
import { qrCode } from '../qr-code.ts';
import { questionForm } from '../question-form.ts';
import { pageWords } from '../words.ts';
import { cornerTable } from './corner-table.ts';
import { parcelDrawing } from './parcel-drawing.ts';
import { parcelFacts } from './parcel-facts.ts';
import { relatedList } from './parcel-link.ts';
import { parcelName } from './parcel-name.ts';
import { parcelOverlays } from './parcel-overlays.ts';

/** Every field but these two may be missing: the publication policy decides. */
type Parcel = Partial<PortalParcelDetail> & Pick<PortalParcelDetail, 'id' | 'state'>;

export interface ParcelFacts {
  readonly parcel: Parcel;
  readonly drawing: DrawingFacts | undefined;
  /** Day as of which, `YYYY-MM-DD`; undefined = the latest state. */
  readonly at: string | undefined;
}

/** A word with a shape, never a colour alone. As of a day a parcel was in the register, whatever became of it. */
function stateLine({ parcel: { state, registeredAt, endedAt }, at }: ParcelFacts, frame: PageFrame): Html {
  const words = pageWords(frame.language);
  const dated = (moment: string | null | undefined, key: 'parcel.since' | 'parcel.until') =>
    moment ? ` ${words(key, { day: formatDay(dayOf(new Date(moment)), frame.language) })}` : '';
  const since = dated(registeredAt, 'parcel.since');
  if (at !== undefined) {
    return html`<p class="state" data-state="current">${words('parcel.then')}${since}${dated(endedAt, 'parcel.until')}</p>`;
  }
  return state === 'current'
    ? html`<p class="state" data-state="current">${words('parcel.current')}${since}</p>
${since !== '' && html`<p class="help">${words('parcel.sinceNote')}</p>`}`
    : html`<p class="state" data-state="historic">${words('parcel.historic')}${dated(endedAt, 'parcel.since')}</p>`;
}

function successors({ state, successors: found }: Parcel, frame: PageFrame): Html | false {
  if (state === 'current' || found === undefined) return false;
  const words = pageWords(frame.language);
  if (found.length === 0) return html`<p class="panel">${words('parcel.noSuccessor')}</p>`;
  return html`<div class="panel"><p>${words('parcel.successors')}</p>${relatedList(found, frame.language)}</div>`;
}

function drawing({ drawing: facts }: ParcelFacts, frame: PageFrame): Html | false {
  if (!facts) return false;
  const words = pageWords(frame.language);
  const { svg, scale } = parcelDrawing(facts, frame.language);
  return html`<figure>${svg}
<figcaption>${words('parcel.scale', { scale: formatNumber(scale, frame.language) })}</figcaption></figure>`;
}

function structured({ parcel }: ParcelFacts, frame: PageFrame, title: string): object {
  const ring = parcel.geometry?.type === 'Polygon' ? (parcel.geometry.coordinates[0] as [number, number][]) : undefined;
  return {
    '@context': 'https://schema.org',
    '@type': 'Place',
    name: title,
    url: `${frame.publicUrl}/parcels/${parcel.id}`,
    ...(parcel.code ? { identifier: parcel.code } : {}),
    ...(parcel.address ? { address: parcel.address } : {}),
    ...(parcel.commune ? { containedInPlace: { '@type': 'AdministrativeArea', name: parcel.commune.name } } : {}),
    ...(ring ? { geo: { '@type': 'GeoShape', polygon: ring.map(([lon, lat]) => `${lat} ${lon}`).join(' ') } } : {}),
  };
}

/** The address of this page: as text, as a code for a telephone, and, with a script, to copy and to send. */
function shareBox(own: string, frame: PageFrame): Html {
  const words = pageWords(frame.language);
  return html`<section class="share" aria-labelledby="share"><div><h2 id="share">${words('parcel.share')}</h2>
<p class="link">${words('parcel.link')}: <a href="${own}" data-link>${own}</a></p>
<p class="actions"><button type="button" class="action" data-copy hidden data-done="${words('parcel.copied')}" data-failed="${words('parcel.notCopied')}">${words('parcel.copy')}</button>
<button type="button" class="action" data-share hidden>${words('parcel.send')}</button> <span role="status" data-shared></span></p></div>
${qrCode(own, words('parcel.qr'))}</section>`;
}

/** The page of one parcel, whole without a script: facts, drawing to scale, corners, what came before and after. */
export function parcelPage(frame: PageFrame, facts: ParcelFacts): Html {
  const words = pageWords(frame.language);
  const { parcel, at } = facts;
  const title = parcelName(parcel, words);
  const place = parcel.commune?.name ?? '';
  const own = `${frame.publicUrl}/parcels/${parcel.id}${at ? `?at=${at}` : ''}`;
  const body = html`<article class="parcel">
<header>
<h1>${title}</h1>
${place && html`<p class="place">${place}</p>`}
${at && html`<p class="panel">${words('parcel.asOf', { day: formatDay(at, frame.language) })} <a href="/parcels/${parcel.id}">${words('parcel.toNow')}</a></p>`}
${stateLine(facts, frame)}
${successors(parcel, frame)}
<p class="actions"><a class="action primary" href="/?p=${parcel.id}${at ? `&at=${at}` : ''}" rel="nofollow">${words('parcel.onMap')}</a>
${at === undefined && parcel.state === 'current' && html`<a class="action" href="/requests/new/parcel?id=${parcel.id}" rel="nofollow">${words('request.of')}</a>\n`}<button type="button" class="action" data-print hidden>${words('parcel.print')}</button></p>
</header>
<div class="columns">
<div class="side">${drawing(facts, frame)}</div>
<div class="text">
${parcelFacts(parcel, frame.language)}
${parcel.overlays && parcelOverlays(parcel.overlays, frame.language)}
${parcel.predecessors && parcel.predecessors.length > 0 && html`<section><h2>${words('parcel.predecessors')}</h2>${relatedList(parcel.predecessors, frame.language)}</section>`}
</div>
</div>
${facts.drawing && cornerTable(facts.drawing, frame.language)}
${questionForm(frame.language, '')}
${shareBox(own, frame)}
</article>`;
  return pageShell(frame, {
    title: `${title}${place && `, ${place}`} · ${words('site.name')}`,
    description: words('parcel.description', { title, commune: place || words('site.name') }),
    layout: 'text',
    body,
    canonical: `/parcels/${parcel.id}`,
    index: at === undefined && parcel.state === 'current',
    dataNote: parcel.dataAsOf === undefined ? null : dataNote(parcel.dataAsOf, frame.language),
    structured: structured(facts, frame, title),
  });
}
