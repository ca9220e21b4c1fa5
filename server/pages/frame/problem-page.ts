import { PROBLEM_STATUS, type Problem } from '../../domain/problem/problem.ts';
import { PROBLEM_TEXT } from '../../domain/problem/problem-text.ts';
import { type Html, html } from '../../domain/words/html.ts';
import { questionForm } from '../question-form.ts';
import { pageWords } from '../words.ts';
import type { PageFrame } from './page-frame.ts';
import { pageShell } from './page-shell.ts';

/** A problem as a page: what happened, what to do, and the box to go on with. */
export function problemPage(frame: PageFrame, problem: Problem): Html {
  const words = pageWords(frame.language);
  const [title, detail] = PROBLEM_TEXT[problem.code][frame.language];
  const passing = PROBLEM_STATUS[problem.code] === 429 || PROBLEM_STATUS[problem.code] >= 500;
  const signsIn = PROBLEM_STATUS[problem.code] === 401 || problem.code === 'sign_in.failed';
  const body = html`<section class="problem-page">
<h1>${title}</h1>
<p>${detail}</p>
<p>${words('problem.back')}</p>
<ul>
${signsIn && html`<li><a href="/auth/login" rel="nofollow">${words('signIn.signIn')}</a></li>`}
${problem.code === 'auth.forbidden' && html`<li><a href="/auth/logout" rel="nofollow">${words('signIn.another')}</a></li>`}
${passing && html`<li><a href="${frame.address}" rel="nofollow">${words('problem.retry')}</a></li>`}
<li><a href="/">${words('problem.home')}</a></li>
<li><a href="/communes">${words('ask.byCommune')}</a></li>
</ul>
${questionForm(frame.language, '')}
<p class="quiet">${words('problem.code', { code: problem.code })}</p>
</section>`;
  return pageShell(frame, {
    title: `${title} · ${words('site.name')}`,
    description: detail,
    layout: 'text',
    body,
    index: false,
    canonical: null,
  });
}
