import type { FastifyInstance } from 'fastify';
import { ALL_CONTRACTS } from '../domain/contract/all-contracts.ts';
import { getApiDocs, getOpenApi } from '../domain/contract/description.ts';
import { openApiOf } from '../domain/contract/openapi.ts';
import { openPage } from '../plugins/reply/page-frame.ts';
import { serve } from '../plugins/serve.ts';
import { docsPage } from './docs-page.ts';

/** The description of every door: for programs, and as a page. */
export function descriptionRoutes(app: FastifyInstance, publicUrl: string): void {
  const document = openApiOf(ALL_CONTRACTS, new URL(publicUrl).origin);
  serve(app, getOpenApi, () => document as { openapi: string });
  serve(app, getApiDocs, (_asked, request, reply) => {
    const { language, theme, nonce } = openPage(request, reply);
    return docsPage({ contracts: ALL_CONTRACTS, language, theme, nonce }).markup;
  });
}
