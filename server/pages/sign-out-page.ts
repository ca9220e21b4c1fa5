import { type Html, html } from '../domain/html.ts';
import type { PageFrame } from './page-frame.ts';
import { pageShell } from './page-shell.ts';
import { signInWords } from './sign-in-words.ts';
import { pageWords } from './words.ts';

/** Asks before a session ends; `name` is that of the person signed in, null where nobody is. */
export function signOutPage(frame: PageFrame, name: string | null): Html {
  const words = signInWords[frame.language];
  const body =
    name === null
      ? html`<h1>${words.signedOutTitle}</h1>
<p>${words.signedOut}</p>
<p><a href="/auth/login">${words.signIn}</a></p>`
      : html`<h1>${words.signOutTitle}</h1>
<p>${words.signOutAsk.replace('{name}', name)}</p>
<form method="post" action="/auth/logout"><button type="submit" class="primary">${words.signOut}</button></form>
<p><a href="/">${words.stay}</a></p>`;
  return pageShell(frame, {
    title: `${words.signOutTitle} · ${pageWords(frame.language)('site.name')}`,
    description: words.signOutTitle,
    layout: 'text',
    body: html`<section class="sign-in">${body}</section>`,
    index: false,
    canonical: null,
  });
}
