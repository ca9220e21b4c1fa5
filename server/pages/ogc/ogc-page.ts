import type { OgcPageContent, OgcTable } from '../../domain/ogc/ogc-document.ts';
import { ogcWords } from '../../domain/ogc/ogc-words.ts';
import { type Html, html } from '../../domain/words/html.ts';
import type { PageFrame } from '../frame/page-frame.ts';
import { pageShell } from '../frame/page-shell.ts';
import { stackTable } from '../frame/stack-table.ts';
import { pageWords } from '../words.ts';

type Link = OgcPageContent['links'][number];

const table = ({ title, heads, rows }: OgcTable): Html =>
  html`<section><h2>${title}</h2>${stackTable(
    title,
    heads.map((head, n) => ({ title: head, names: n === 0 })),
    rows,
  )}</section>\n`;

/** A link's words; two links of one title differ by their form. */
const linkItem = ({ href, rel, title, type }: Link): Html =>
  html`<li><a href="${href}" rel="${rel}">${title ?? rel}</a>${type && html` <span class="quiet">${type}</span>`}</li>\n`;

/** Any document of the OGC API as a page: what it says, what it holds, where it leads. */
export function ogcPage(frame: PageFrame, { title, lead, links, tables, notes }: OgcPageContent): Html {
  const words = ogcWords(frame.language);
  const body = html`<article>
<p><a href="${frame.publicUrl}/ogc?f=html">${words('title')}</a></p>
<h1>${title}</h1>
<p class="lead">${lead}</p>
${notes.map((note) => html`<p>${note}</p>\n`)}
${tables.map(table)}
<ul>
${links.filter(({ rel }) => rel !== 'self').map(linkItem)}</ul>
</article>`;
  return pageShell(frame, {
    title: `${title} · ${pageWords(frame.language)('site.name')}`,
    description: lead,
    layout: 'text',
    index: false,
    body,
  });
}
