import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { getGuidePage, getGuidePicture, getGuidesPage } from '../domain/contract/portal/guides.ts';
import { type GuideName, isGuideName } from '../domain/guide.ts';
import { Problem } from '../domain/problem/problem.ts';
import { guidePage } from '../pages/guide/guide-page.ts';
import { openPage } from '../plugins/reply/page-frame.ts';
import { serve } from '../plugins/serve.ts';

const DOCS = new URL('../../docs/', import.meta.url);

/** A file of the documentation. Throws route.not_found where the program is kept without it. */
async function readDocs(path: string): Promise<Buffer> {
  try {
    return await readFile(new URL(path, DOCS));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new Problem('route.not_found');
    throw error;
  }
}

const readGuide = async (name: GuideName | 'README') => (await readDocs(`huong-dan/${name}.md`)).toString('utf8');

/** Letters of a file in one folder: no path leads out of it. */
const PICTURE = /^[\w-]+\.png$/;

/** Guides for those who work at the desk, from the pages of docs/huong-dan. They tell nothing of the register: everybody may read them. */
export function guideRoutes(app: FastifyInstance): void {
  serve(app, getGuidesPage, async (_asked, request, reply) => {
    const text = await readGuide('README');
    return guidePage(openPage(request, reply), null, text).markup;
  });
  serve(app, getGuidePage, async ({ params: { guide } }, request, reply) => {
    if (!isGuideName(guide)) throw new Problem('route.not_found');
    const text = await readGuide(guide);
    return guidePage(openPage(request, reply), guide, text).markup;
  });
  serve(app, getGuidePicture, async ({ params: { picture } }, _request, reply) => {
    if (!PICTURE.test(picture)) throw new Problem('route.not_found');
    return reply.type('image/png').send(await readDocs(`screens/${picture}`));
  });
}
