import { type Html, html } from '../domain/html.ts';
import type { PageFrame } from './page-frame.ts';
import { pageShell } from './page-shell.ts';
import { signInWords } from './sign-in-words.ts';
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
  const words = signInWords[frame.language];
  const trouble =
    facts.wait > 0 ? words.wait.replace('{seconds}', String(facts.wait)) : facts.wrong ? words.wrong : null;
  const body = html`<section class="sign-in">
<h1>${words.title}</h1>
${trouble && html`<p role="alert" id="trouble">${trouble}</p>`}
<form method="post" action="${facts.action}">
<p><label for="username">${words.user}</label>
<input id="username" name="username" value="${facts.userName}" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="100" required${trouble && html` aria-describedby="trouble"`}></p>
<p><label for="password">${words.password}</label>
<input id="password" name="password" type="password" autocomplete="current-password" maxlength="200" required></p>
<p><button type="submit" class="primary">${words.signIn}</button></p>
</form>
${
  facts.accounts.length === 0
    ? html`<p>${words.noAccounts}</p>`
    : html`<p>${words.demo.replace('{password}', facts.password)}</p>
<ul>${facts.accounts.map(({ userName, name }) => html`<li><code>${userName}</code> · ${name}</li>`)}</ul>`
}
</section>`;
  return pageShell(frame, {
    title: `${words.title} · ${pageWords(frame.language)('site.name')}`,
    description: words.title,
    layout: 'text',
    body,
    index: false,
    canonical: null,
  });
}

/** What is shown between "sign out" and the page after it: a button, pressed at once where scripts run. */
export function leavingPage(frame: PageFrame, form: Html): Html {
  const words = signInWords[frame.language];
  const body = html`<section class="sign-in"><h1>${words.leaving}</h1>
${form}
<p><button type="submit" class="primary" form="op.logoutForm" name="logout" value="yes">${words.signOut}</button> <a href="/">${words.stay}</a></p>
<script nonce="${frame.nonce}">document.querySelector('button[form]').click()</script></section>`;
  const title = `${words.leaving} · ${pageWords(frame.language)('site.name')}`;
  return pageShell(frame, { title, description: words.leaving, layout: 'text', body, index: false, canonical: null });
}

/** A sign-in that cannot go on: too old, or begun elsewhere. */
export function signInGonePage(frame: PageFrame): Html {
  const words = signInWords[frame.language];
  const body = html`<section class="sign-in"><h1>${words.title}</h1><p>${words.gone}</p>
<p><a href="/auth/login">${words.signIn}</a> · <a href="/">${words.back}</a></p></section>`;
  const title = `${words.title} · ${pageWords(frame.language)('site.name')}`;
  return pageShell(frame, { title, description: words.gone, layout: 'text', body, index: false, canonical: null });
}
