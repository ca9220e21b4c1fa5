import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { TileAnswer } from './answer-tile.ts';
import { matchesETag } from './answer-tile.ts';

const unpack = promisify(gunzip);
const pack = promisify(gzip);
/** As in answer-tile.ts. */
const GZIP_LEVEL = 1;

/** Two tiles of one place as one: a tile is a list of layers, and a list written after another is one list (Mapbox Vector Tile 2.1, 4.1). */
export async function joinTiles(one: TileAnswer, other: TileAnswer, known: string | undefined): Promise<TileAnswer> {
  const etag = `W/"${createHash('sha256').update(`${one.etag} ${other.etag}`).digest('hex').slice(0, 32)}"`;
  if (matchesETag(known, etag)) return { kind: 'unchanged', etag };
  const parts = [one, other].flatMap((answer) => (answer.kind === 'tile' ? [answer.gzipped] : []));
  if (parts.length === 0) return { kind: 'empty', etag };
  if (parts.length === 1) return { kind: 'tile', etag, gzipped: parts[0]! };
  const plain = await Promise.all(parts.map((part) => unpack(part)));
  return { kind: 'tile', etag, gzipped: await pack(Buffer.concat(plain), { level: GZIP_LEVEL }) };
}
