import { randomBytes } from 'node:crypto';
import type { Html } from '../../domain/html.ts';
import { chooseLanguage, type Language } from '../../domain/language.ts';
import { type PageFiles, type PageFrame, THEMES } from '../../pages/page-frame.ts';

export interface PageLook {
  readonly files: PageFiles | undefined;
  readonly publicOrigin: string;
  readonly demo: boolean;
}

/** The language asked for by the client (ui_locales), else the browser's. */
export const languageFor = (uiLocales: unknown, acceptLanguage: string | undefined): Language =>
  typeof uiLocales === 'string' && uiLocales !== ''
    ? chooseLanguage(uiLocales.replaceAll(' ', ','))
    : chooseLanguage(acceptLanguage);

/** The frame of a page of the embedded identity and the header that lets it run. */
export function identityFrame(
  look: PageLook,
  language: Language,
  cookies: string | undefined,
): { frame: PageFrame; policy: string } {
  const nonce = randomBytes(16).toString('base64');
  const kept = /(?:^|;\s*)theme=(\w+)/.exec(cookies ?? '')?.[1];
  const theme = THEMES.find((one) => one === kept) ?? 'auto';
  const { files, publicOrigin: publicUrl, demo } = look;
  return {
    frame: { files, publicUrl, demo, language, theme, nonce, address: '/auth/login' },
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
