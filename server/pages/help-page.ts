import { type Html, html } from '../domain/words/html.ts';
import type { PageFrame } from './frame/page-frame.ts';
import { pageShell } from './frame/page-shell.ts';
import type { helpVi } from './words/help-vi.ts';
import { type PageWordKey, pageWords } from './words.ts';

type HelpKey = keyof typeof helpVi;

/** Tasks of a citizen: steps in their order, and the page on which it is done. */
const TASKS: readonly { readonly id: string; readonly steps: readonly HelpKey[]; readonly to: string }[] = [
  { id: 'find', steps: ['help.find.1', 'help.find.2', 'help.find.3', 'help.find.4'], to: '/' },
  { id: 'read', steps: ['help.read.1', 'help.read.2', 'help.read.3'], to: '/about' },
  { id: 'ask', steps: ['help.ask.1', 'help.ask.2', 'help.ask.3', 'help.ask.4', 'help.ask.5'], to: '/requests' },
  {
    id: 'follow',
    steps: ['help.follow.1', 'help.follow.2', 'help.follow.3', 'help.follow.4'],
    to: '/requests/follow',
  },
  { id: 'check', steps: ['help.check.1', 'help.check.2', 'help.check.3', 'help.check.4'], to: '/verify' },
  { id: 'mine', steps: ['help.mine.1', 'help.mine.2', 'help.mine.3'], to: '/account' },
  { id: 'wrong', steps: ['help.wrong.1', 'help.wrong.2', 'help.wrong.3'], to: '/about' },
];

/** Words of other pages that the steps name: what a button is called there it is called here. */
const NAMED = {
  askButton: 'ask.button',
  openMap: 'map.open',
  legalArea: 'parcel.legalArea',
  area: 'parcel.area',
  start: 'request.start',
  followButton: 'follow.button',
  fulfilled: 'followed.fulfilled',
  download: 'followed.download',
  checkButton: 'check.button',
  superseded: 'check.superseded',
  revoked: 'check.revoked',
  unknown: 'check.unknown',
  account: 'nav.account',
  signOut: 'signIn.signOut',
  about: 'nav.about',
} as const satisfies Record<string, PageWordKey>;

/** What one can do here without an account, task by task. */
export function helpPage(frame: PageFrame): Html {
  const words = pageWords(frame.language);
  const named = Object.fromEntries(Object.entries(NAMED).map(([name, key]) => [name, words(key)]));
  const title = (id: string) => words(`help.${id}` as HelpKey);
  const body = html`<article class="help-page">
<h1>${words('help.title')}</h1>
<p class="lead">${words('help.lead')}</p>
<nav class="contents" aria-label="${words('help.contents')}"><ul>
${TASKS.map(({ id }) => html`<li><a href="#${id}">${title(id)}</a></li>\n`)}</ul></nav>
${TASKS.map(
  ({ id, steps, to }) => html`<section id="${id}"><h2>${title(id)}</h2>
<ul>
${steps.map((step) => html`<li>${words(step, named)}</li>\n`)}</ul>
<p><a class="action" href="${to}"${to === '/account' && html` rel="nofollow"`}>${words(`help.${id}.go` as HelpKey)}</a></p>
</section>
`,
)}</article>`;
  return pageShell(frame, {
    title: `${words('help.title')} · ${words('site.name')}`,
    description: words('help.description'),
    layout: 'text',
    body,
  });
}
