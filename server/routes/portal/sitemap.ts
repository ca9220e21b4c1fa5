import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { getRobots, getSitemap, getSitemapIndex } from '../../domain/contract/portal/sitemap.ts';
import { SITEMAP, type SitemapEntry, sitemapIndex } from '../../domain/publication/sitemap-xml.ts';
import { serve } from '../../plugins/serve.ts';
import { listSitemap, listSitemaps } from '../../registry/open-data/list-sitemap.ts';

/** Pages are for search engines; data, tiles and searches are not, but for the description of the interface. */
const robots = (publicUrl: string) =>
  [
    'User-agent: *',
    'Allow: /api/docs',
    'Disallow: /api/',
    'Disallow: /tiles/',
    'Disallow: /search',
    'Disallow: /preferences',
    'Disallow: /health/',
    'Disallow: /metrics',
    '',
    `Sitemap: ${publicUrl}/sitemap.xml`,
    '',
  ].join('\n');

async function* textOf(parts: AsyncIterable<SitemapEntry[]> | Iterable<SitemapEntry[]>): AsyncGenerator<string> {
  yield SITEMAP.open;
  for await (const entries of parts) yield SITEMAP.entries(entries);
  yield SITEMAP.close;
}

/** robots.txt and sitemaps. `publicUrl` is without a slash at its end. */
export function sitemapRoutes(app: FastifyInstance, publicUrl: string): void {
  const pool = app.pools.portal;
  serve(app, getRobots, (_asked, _request, reply) => {
    reply.type('text/plain; charset=utf-8');
    return robots(publicUrl);
  });
  serve(app, getSitemapIndex, async (_asked, _request, reply) => {
    const files = await listSitemaps(pool, publicUrl);
    reply.type('application/xml; charset=utf-8');
    return sitemapIndex(files);
  });
  serve(app, getSitemap, async ({ params }, _request, reply) => {
    const parts = await listSitemap(pool, publicUrl, params.name);
    return reply.type('application/xml; charset=utf-8').send(Readable.from(textOf(parts)));
  });
}
