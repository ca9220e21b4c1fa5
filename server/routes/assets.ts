import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { getAsset } from '../domain/contract/description.ts';
import { Problem } from '../domain/problem/problem.ts';
import { cacheControl } from '../plugins/serve.ts';

/**
 * The built scripts, styles and fonts. Public files only: no path under here is ever guarded, so no spelling of a path
 * can slip past a guard. Names carry a digest of their content, so a copy is good for ever.
 */
export async function assetRoutes(app: FastifyInstance, webDist: string): Promise<void> {
  const root = join(webDist, 'assets');
  if (!existsSync(root)) {
    app.get(getAsset.path, () => {
      throw new Problem('route.not_found');
    });
    return;
  }
  await app.register(fastifyStatic, {
    root,
    prefix: '/assets/',
    index: false,
    dotfiles: 'ignore',
    cacheControl: false,
    // The build wrote .br and .gz beside them (web/vite.config.ts).
    preCompressed: true,
    setHeaders: (reply) => reply.header('cache-control', cacheControl(getAsset)),
  });
}
