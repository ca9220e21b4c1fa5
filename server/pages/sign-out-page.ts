import { type Html, html } from '../domain/words/html.ts';
import type { PageFrame } from './frame/page-frame.ts';
import { pageShell } from './frame/page-shell.ts';
import { pageWords } from './words.ts';

/** Asks before a session ends; `name` is that of the person signed in, null where nobody is. */
export function signOutPage(frame: PageFrame, name: string | null): Html {
  const words = pageWords(frame.language);
  const body =
    name === null
      ? html`<h1>${words('signIn.signedOutTitle')}</h1>
<p>${words('signIn.signedOut')}</p>
<p><a href="/auth/login">${words('signIn.signIn')}</a></p>`
      : html`<h1>${words('signIn.signOutTitle')}</h1>
<p>${words('signIn.signOutAsk', { name })}</p>
<form method="post" action="/auth/logout"><button type="submit" class="primary">${words('signIn.signOut')}</button></form>
<p><a href="/">${words('signIn.stay')}</a></p>`;
  return pageShell(frame, {
    title: `${words('signIn.signOutTitle')} · ${words('site.name')}`,
    description: words('signIn.signOutTitle'),
    layout: 'text',
    body: html`<section class="sign-in">${body}</section>`,
    index: false,
    canonical: null,
  });
}
