import { type Html, html } from '../domain/words/html.ts';
import type { Language } from '../domain/words/language.ts';
import { pageWords } from './words.ts';

/** The one box. Works by itself as a form; the script of the pages adds suggestions while somebody types. */
export function questionForm(language: Language, asked: string, at?: string): Html {
  const words = pageWords(language);
  return html`<form class="question" role="search" action="/search" method="get">
<label for="q">${words('ask.label')}</label>
<div class="box">
<input id="q" name="q" type="search" value="${asked}" maxlength="200" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search">
${at && html`<input type="hidden" name="at" value="${at}">`}
<button type="submit" class="primary">${words('ask.button')}</button>
</div>
</form>`;
}
