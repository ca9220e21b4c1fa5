import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

/** Below this a reply fits one packet anyway. */
const WORTH_BYTES = 1024;

/**
 * Compresses what is text (pages, JSON, CSV) for those who take it, and says so in Vary. Tiles and built files come
 * compressed already and pass as they are. No public reply mixes a secret with what a caller sends (no session, no
 * token), so the length of a compressed reply tells nothing (BREACH); a door that will must set `compress: false`.
 */
export async function compressReplies(app: FastifyInstance): Promise<void> {
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: WORTH_BYTES,
    globalDecompression: false,
    customTypes: /^text\/(html|csv|plain|css|xml|javascript)|[/+](json|xml)(;|$)/,
  });
}
