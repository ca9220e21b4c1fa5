import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { chooseLanguage, type Language } from '../../domain/words/language.ts';
import { type PageFrame, THEMES, type Theme } from '../../pages/frame/page-frame.ts';

export type PageSettings = Pick<PageFrame, 'files' | 'publicUrl' | 'demo'>;

declare module 'fastify' {
  interface FastifyInstance {
    readonly pageSettings: PageSettings;
  }
}

const isLanguage = (value: unknown): value is Language => value === 'vi' || value === 'en';
const isTheme = (value: unknown): value is Theme => (THEMES as readonly unknown[]).includes(value);

/** The language of a page: the one in the address, else the one chosen before, else the browser's. */
export function languageOf(request: FastifyRequest): Language {
  const asked = (request.query as Record<string, unknown> | undefined)?.lang;
  if (isLanguage(asked)) return asked;
  const kept = request.cookies?.lang;
  return isLanguage(kept) ? kept : chooseLanguage(request.headers['accept-language']);
}

/** Path and query of a request without its language. */
function addressOf(request: FastifyRequest): string {
  const [path = '/', query = ''] = request.url.split('?', 2);
  const left = query.split('&').filter((part) => part !== '' && !part.startsWith('lang='));
  return left.length > 0 ? `${path}?${left.join('&')}` : path;
}

/** Makes this reply a page (content security policy, language, type) and gives what the page is framed by. */
export function openPage(request: FastifyRequest, reply: FastifyReply, formTo?: string): PageFrame {
  const language = languageOf(request);
  const theme = request.cookies?.theme;
  const nonce = reply.allowPage(formTo);
  reply.headers({
    'content-language': language,
    'content-type': 'text/html; charset=utf-8',
    vary: 'Accept-Language, Cookie',
  });
  return {
    ...request.server.pageSettings,
    language,
    theme: isTheme(theme) ? theme : 'auto',
    nonce,
    address: addressOf(request),
  };
}

const YEAR = 31_536_000;

/** Keeps a choice of the reader's. The cookie holds the choice and nothing else. */
export function keepPreference(reply: FastifyReply, name: 'lang' | 'theme', value: string, https: boolean): void {
  reply.setCookie(name, value, { path: '/', maxAge: YEAR, sameSite: 'lax', httpOnly: true, secure: https });
}

/** Gives the doors what pages need. Cookies are read as text and never trusted: unknown values count as none. */
export async function usePages(app: FastifyInstance, settings: PageSettings): Promise<void> {
  await app.register(cookie);
  app.decorate('pageSettings', settings);
}
