import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

/** Below this a reply fits one packet anyway. */
const WORTH_BYTES = 1024;

/**
 * Compresses what is text (pages, JSON, CSV) for those who take it, and says so in Vary. Tiles and built files come
 * compressed already and pass as they are. No reply mixes a secret of ours (session, token) with what a caller sends, and
 * none to somebody signed in can be asked for by a page of another origin (SameSite=Lax), so the length of a compressed
 * reply tells nothing (BREACH); a door that will must set `compress: false`.
 */
export async function compressReplies(app: FastifyInstance): Promise<void> {
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: WORTH_BYTES,
    globalDecompression: false,
    customTypes: /^text\/(html|csv|plain|css|xml|javascript)|[/+](json|xml)(;|$)/,
  });
}
