import { CHANNELS, type Publication } from '../domain/publication/publication-policy.ts';
import { type Html, html } from '../domain/words/html.ts';
import { dataNote } from './frame/data-note.ts';
import type { PageFrame } from './frame/page-frame.ts';
import { pageShell } from './frame/page-shell.ts';
import { stackTable } from './frame/stack-table.ts';
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
${stackTable(
  words('about.public'),
  [{ title: words('about.channel'), names: true }, { title: words('about.fields') }],
  CHANNELS.map((channel) => {
    const fields = publication[channel].fields.map((field) => words(`field.${field}`));
    return [words(`about.${channel}`), publication[channel].isOpen ? fields.join(', ') : words('about.closed')];
  }),
)}</section>
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
