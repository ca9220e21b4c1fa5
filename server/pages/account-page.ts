import { type Actor, hasRole } from '../domain/actor.ts';
import { BATCH_READERS } from '../domain/batch/batch-step.ts';
import type { AnswersAboutMe } from '../domain/contract/answers.ts';
import type { OwnRecord } from '../domain/contract/parcel/own-record.ts';
import { type Html, html } from '../domain/words/html.ts';
import { answersSection } from './answers-section.ts';
import type { PageFrame } from './frame/page-frame.ts';
import { pageShell } from './frame/page-shell.ts';
import { ownRecordSection } from './own-record-section.ts';
import { pageWords } from './words.ts';

/** Who is signed in, what there is for her, what the register holds of her, who looked and asked, and the way out. */
export function accountPage(
  frame: PageFrame,
  actor: Pick<Actor, 'name' | 'roles'>,
  { asked, record }: { readonly asked: AnswersAboutMe; readonly record: OwnRecord },
): Html {
  const words = pageWords(frame.language);
  const works = hasRole(actor, BATCH_READERS);
  const body = html`<section class="sign-in account">
<h1>${words('account.greeting', { name: actor.name })}</h1>
<p>${words(works ? 'account.works' : asked.vouched ? 'asked.own' : 'account.looks')}</p>
<ul>
${works && html`<li><a href="/desk">${words('account.desk')}</a></li>`}
${hasRole(actor, ['business']) && html`<li><a href="/business">${words('business.title')}</a></li>`}
<li><a href="/">${words('account.search')}</a></li>
<li><a href="/requests">${words('account.request')}</a></li>
<li><a href="/communes">${words('account.communes')}</a></li>
<li><a href="/about">${words('nav.about')}</a></li>
</ul>
${ownRecordSection(frame, record)}${answersSection(frame, asked)}<form method="post" action="/auth/logout"><button type="submit" class="primary">${words('signIn.signOut')}</button></form>
</section>`;
  return pageShell(frame, {
    title: `${words('nav.account')} · ${words('site.name')}`,
    description: words('nav.account'),
    layout: 'text',
    body,
    index: false,
    canonical: null,
  });
}
