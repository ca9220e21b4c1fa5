import type { GuideName } from '../../domain/guide.ts';
import { type Html, html } from '../../domain/words/html.ts';
import type { PageFrame } from '../frame/page-frame.ts';
import { pageShell } from '../frame/page-shell.ts';
import { pageWords } from '../words.ts';
import { guideMarkup } from './guide-markup.ts';

/** Fewer parts than these are seen without a list of them. */
const LISTED_FROM = 3;

/** A guide, or with `name` null the list of all, from its Markdown. It is in Vietnamese whatever the language of the frame. */
export function guidePage(frame: PageFrame, name: GuideName | null, text: string): Html {
  const words = pageWords(frame.language);
  const { title, body, parts } = guideMarkup(text);
  const list =
    name !== null &&
    parts.length >= LISTED_FROM &&
    html`<nav class="contents" aria-label="${words('guide.contents')}"><ul>
${parts.map((part) => html`<li><a href="#${part.id}">${part.text}</a></li>\n`)}</ul></nav>
`;
  return pageShell(frame, {
    title: `${title} · ${words('site.name')}`,
    description: words('guide.description'),
    layout: 'text',
    body: html`${frame.language !== 'vi' && html`<p class="panel">${words('guide.vietnameseOnly')}</p>\n`}<p class="actions">${name !== null && html`<a href="/guides">${words('guide.all')}</a> `}<a href="/desk" rel="nofollow">${words('account.desk')}</a> <a href="/help">${words('help.title')}</a></p>
<article class="guide" lang="vi">
<h1>${title}</h1>
${list}${body}</article>`,
    // For those who work here; the help for everybody is another page.
    index: false,
  });
}
