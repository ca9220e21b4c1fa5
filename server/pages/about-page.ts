import { CHANNELS, type Publication } from '../domain/publication/publication-policy.ts';
import { type Html, html } from '../domain/words/html.ts';
import { dataNote } from './frame/data-note.ts';
import type { PageFrame } from './frame/page-frame.ts';
import { pageShell } from './frame/page-shell.ts';
import { pageWords } from './words.ts';

export interface AboutFacts {
  readonly dataAsOf: string | null;
  readonly publication: Publication;
}

/** What is published, read from the policy in force; what never is; and how the figures are made. */
export function aboutPage(frame: PageFrame, { dataAsOf, publication }: AboutFacts): Html {
  const words = pageWords(frame.language);
  const part = (title: Parameters<typeof words>[0], text: Html | string) =>
    html`<section><h2>${words(title)}</h2><p>${text}</p></section>\n`;
  const body = html`<article>
<h1>${words('about.title')}</h1>
${part('about.what', words('about.whatText'))}
<section><h2>${words('about.public')}</h2><p>${words('about.publicText')}</p>
<div class="wide" tabindex="0" role="region" aria-label="${words('about.public')}"><table>
<thead><tr><th scope="col">${words('about.channel')}</th><th scope="col">${words('about.fields')}</th></tr></thead>
<tbody>
${CHANNELS.map((channel) => {
  const fields = publication[channel].fields.map((field) => words(`field.${field}`));
  const text = publication[channel].isOpen ? fields.join(', ') : words('about.closed');
  return html`<tr><th scope="row">${words(`about.${channel}`)}</th><td>${text}</td></tr>\n`;
})}</tbody>
</table></div></section>
${part('about.never', words('about.neverText'))}
${part('about.fresh', dataNote(dataAsOf, frame.language))}
${part('about.coordinates', words('about.coordinatesText'))}
${part('about.access', words('about.accessText'))}
${part('about.cookies', words('about.cookiesText'))}
<p>${words('about.source')}</p>
</article>`;
  return pageShell(frame, {
    title: `${words('about.title')} · ${words('site.name')}`,
    description: words('about.description'),
    layout: 'text',
    body,
  });
}
