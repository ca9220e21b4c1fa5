import { randomBytes } from 'node:crypto';
import type { Html } from '../../domain/words/html.ts';
import { chooseLanguage, LANGUAGES, type Language } from '../../domain/words/language.ts';
import { type PageFiles, type PageFrame, THEMES } from '../../pages/frame/page-frame.ts';

export interface PageLook {
  readonly files: PageFiles | undefined;
  readonly publicOrigin: string;
  readonly demo: boolean;
}

/** What a request says about how a page should look. */
export interface Reader {
  readonly headers: { readonly cookie?: string | undefined; readonly 'accept-language'?: string | undefined };
  /** Languages that the client asked for (ui_locales). */
  readonly uiLocales?: unknown;
  /** Where a change of language or theme leads back to. */
  readonly address?: string;
}

const cookieOf = (cookies: string | undefined, name: string) =>
  new RegExp(`(?:^|;\\s*)${name}=(\\w+)`).exec(cookies ?? '')?.[1];

/** The language chosen on our pages, else the one the client asks for, else the browser's. */
function languageOf({ headers, uiLocales }: Reader): Language {
  const kept = LANGUAGES.find((language) => language === cookieOf(headers.cookie, 'lang'));
  if (kept) return kept;
  if (typeof uiLocales === 'string' && uiLocales !== '') return chooseLanguage(uiLocales.replaceAll(' ', ','));
  return chooseLanguage(headers['accept-language']);
}

/** The frame of a page of the embedded identity and the header that lets it run. */
export function identityFrame(look: PageLook, reader: Reader): { frame: PageFrame; policy: string } {
  const nonce = randomBytes(16).toString('base64');
  const theme = THEMES.find((one) => one === cookieOf(reader.headers.cookie, 'theme')) ?? 'auto';
  const { files, publicOrigin: publicUrl, demo } = look;
  const { address = '/auth/login' } = reader;
  return {
    frame: { files, publicUrl, demo, language: languageOf(reader), theme, nonce, address },
    policy: `default-src 'none'; script-src 'self' 'nonce-${nonce}'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
  };
}

/** A page as the body of a reply of the provider. */
export function showPage(
  ctx: { type: string; body: unknown; set(name: string, value: string): void },
  policy: string,
  page: Html,
): void {
  ctx.type = 'html';
  ctx.set('content-security-policy', policy);
  ctx.set('cache-control', 'no-store');
  ctx.body = page.markup;
}
