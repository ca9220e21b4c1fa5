import { type Html, html } from '../domain/words/html.ts';
import type { PageFrame } from './frame/page-frame.ts';
import { pageShell } from './frame/page-shell.ts';
import { pageWords } from './words.ts';

export interface SignInFacts {
  /** Where the form goes. */
  readonly action: string;
  /** As typed before, so that only the password is typed again. */
  readonly userName: string;
  readonly wrong: boolean;
  /** Seconds to wait; 0 = none. */
  readonly wait: number;
  /** User names of the demonstration with the names behind them; empty where there is none. */
  readonly accounts: readonly { readonly userName: string; readonly name: string }[];
  readonly password: string;
}

/** The sign-in page of the embedded identity. */
export function signInPage(frame: PageFrame, facts: SignInFacts): Html {
  const words = pageWords(frame.language);
  const trouble =
    facts.wait > 0 ? words('signIn.wait', { seconds: String(facts.wait) }) : facts.wrong ? words('signIn.wrong') : null;
  const body = html`<section class="sign-in">
<h1>${words('signIn.title')}</h1>
${trouble && html`<p role="alert" id="trouble">${trouble}</p>`}
<form method="post" action="${facts.action}">
<p><label for="username">${words('signIn.user')}</label>
<input id="username" name="username" value="${facts.userName}" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="100" required${trouble && html` aria-describedby="trouble"`}></p>
<p><label for="password">${words('signIn.password')}</label>
<input id="password" name="password" type="password" autocomplete="current-password" maxlength="200" required></p>
<p><button type="submit" class="primary">${words('signIn.signIn')}</button></p>
</form>
${
  facts.accounts.length === 0
    ? html`<p>${words('signIn.noAccounts')}</p>`
    : html`<p>${words('signIn.demo', { password: facts.password })}</p>
<ul>${facts.accounts.map(({ userName, name }) => html`<li><code>${userName}</code> · ${name}</li>`)}</ul>`
}
</section>`;
  return pageShell(frame, {
    title: `${words('signIn.title')} · ${words('site.name')}`,
    description: words('signIn.title'),
    layout: 'text',
    body,
    index: false,
    canonical: null,
  });
}

/** What is shown between "sign out" and the page after it: a button, pressed at once where scripts run. */
export function leavingPage(frame: PageFrame, form: Html): Html {
  const words = pageWords(frame.language);
  const body = html`<section class="sign-in"><h1>${words('signIn.leaving')}</h1>
${form}
<p><button type="submit" class="primary" form="op.logoutForm" name="logout" value="yes">${words('signIn.signOut')}</button> <a href="/">${words('signIn.stay')}</a></p>
<script nonce="${frame.nonce}">document.querySelector('button[form]').click()</script></section>`;
  const title = `${words('signIn.leaving')} · ${words('site.name')}`;
  return pageShell(frame, {
    title,
    description: words('signIn.leaving'),
    layout: 'text',
    body,
    index: false,
    canonical: null,
  });
}

/** A sign-in that cannot go on: too old, or begun elsewhere. */
export function signInGonePage(frame: PageFrame): Html {
  const words = pageWords(frame.language);
  const body = html`<section class="sign-in"><h1>${words('signIn.title')}</h1><p>${words('signIn.gone')}</p>
<p><a href="/auth/login">${words('signIn.signIn')}</a> · <a href="/">${words('signIn.back')}</a></p></section>`;
  const title = `${words('signIn.title')} · ${words('site.name')}`;
  return pageShell(frame, {
    title,
    description: words('signIn.gone'),
    layout: 'text',
    body,
    index: false,
    canonical: null,
  });
}
