import { type Html, html } from '../domain/words/html.ts';
import { dataNote } from './frame/data-note.ts';
import type { PageFrame } from './frame/page-frame.ts';
import { pageShell } from './frame/page-shell.ts';
import { mapPoster, type PosterFacts } from './map-poster.ts';
import { questionForm } from './question-form.ts';
import { pageWords } from './words.ts';

export interface HomeFacts {
  /** ISO moment of the last registration; null while nothing is registered. */
  readonly dataAsOf: string | null;
  /** ISO day of the first registration; null while nothing is registered. */
  readonly firstDay: string | null;
  /** Degrees; null while nothing is registered. */
  readonly extent: readonly [west: number, south: number, east: number, north: number] | null;
  /** Questions that have an answer in this register. */
  readonly examples: readonly string[];
  /** EPSG code in which the map measures where no sheet says otherwise. */
  readonly registrySrid: number;
  /** The land from afar; undefined while nothing is registered. */
  readonly overview: PosterFacts | undefined;
}

/** The first page: one question, one box, the map behind it. The script turns #map into the map. */
export function homePage(frame: PageFrame, facts: HomeFacts): Html {
  const words = pageWords(frame.language);
  const extent = facts.extent?.map((degrees) => degrees.toFixed(5)).join(',') ?? '';
  const body = html`<section class="ask">
<h1>${words('ask.title')}</h1>
${questionForm(frame.language, '')}
${
  facts.examples.length > 0 &&
  html`<p class="examples">${words('ask.hint')}
${facts.examples.map((example) => html` <a href="/search?q=${encodeURIComponent(example)}" rel="nofollow">${example}</a>`)}</p>`
}
</section>
<div class="stage">
<div id="map" class="map" data-extent="${extent}" data-first-day="${facts.firstDay ?? ''}" data-data-as-of="${facts.dataAsOf ?? ''}" data-srid="${facts.registrySrid}">
${facts.overview && mapPoster(facts.overview, words)}
<noscript><p class="notice">${words('ask.noScript')} <a href="/communes">${words('ask.byCommune')}</a></p></noscript>
${!frame.files && html`<p class="notice">${words('ask.notBuilt')}</p>`}
</div>
</div>`;
  return pageShell(frame, {
    title: `${words('site.name')} · ${words('site.tagline')}`,
    description: words('home.description'),
    layout: 'home',
    body,
    canonical: '/',
    dataNote: dataNote(facts.dataAsOf, frame.language),
    structured: {
      '@context': 'https://schema.org',
      '@type': 'WebSite',
      name: words('site.name'),
      description: words('home.description'),
      url: `${frame.publicUrl}/`,
      inLanguage: frame.language,
      potentialAction: {
        '@type': 'SearchAction',
        target: `${frame.publicUrl}/search?q={q}`,
        'query-input': 'required name=q',
      },
    },
  });
}
