import type { FastifyInstance } from 'fastify';
import { getHomePage } from '../../domain/contract/description.ts';
import { chooseLanguage } from '../../domain/language.ts';
import { serve } from '../../plugins/serve.ts';
import { describeRegister } from '../../registry/describe-register.ts';
import { findIsland } from '../built-web.ts';
import { homePage } from './home-page.ts';

/** The first page. */
export function homeRoutes(app: FastifyInstance, webDist: string): void {
  const island = findIsland(webDist, 'portal/home.ts');
  serve(app, getHomePage, async ({ query }, request, reply) => {
    const language = query.lang ?? chooseLanguage(request.headers['accept-language']);
    const register = await describeRegister(app.pools);
    const nonce = reply.allowPage();
    reply.header('content-language', language).header('vary', 'Accept-Language').type('text/html; charset=utf-8');
    return homePage({ language, nonce, island, register }).markup;
  });
}
