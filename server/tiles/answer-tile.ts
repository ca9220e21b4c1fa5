import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { TileAddress } from '../domain/tile-address.ts';
import type { TileCache } from './tile-cache.ts';

const compress = promisify(gzip);
/** Measured on a tile of 4,000 parcels (1 MB): level 6 saves 6 % of the bytes over level 1 for three times the time. */
const GZIP_LEVEL = 1;

export interface TileQuestion {
  readonly tile: TileAddress;
  /** Day as of which, `YYYY-MM-DD`; null = now. */
  readonly at: string | null;
  /** If-None-Match of the caller. */
  readonly known: string | undefined;
}
export type TileAnswer =
  | { readonly kind: 'unchanged'; readonly etag: string }
  | { readonly kind: 'empty'; readonly etag: string }
  | { readonly kind: 'tile'; readonly etag: string; readonly gzipped: Buffer };

/** Whether a list of entity tags names this one; weak comparison (RFC 9110, 13.1.2). */
export function matchesETag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const bare = (tag: string) => tag.trim().replace(/^W\//, '');
  return header.split(',').some((tag) => tag.trim() === '*' || bare(tag) === bare(etag));
}

/** Answers from what the caller has, else from the cache, else makes the tile (uncompressed) and keeps it. */
export async function answerTile(
  cache: TileCache,
  { tile, known }: TileQuestion,
  /** Names everything the content depends on but the place. */
  mark: string,
  make: () => Promise<Buffer>,
): Promise<TileAnswer> {
  const etag = `W/"${mark}"`;
  if (matchesETag(known, etag)) return { kind: 'unchanged', etag };
  const key = `${tile.z}/${tile.x}/${tile.y} ${etag}`;
  let gzipped = cache.get(key);
  if (!gzipped) {
    const plain = await make();
    gzipped = plain.length === 0 ? plain : await compress(plain, { level: GZIP_LEVEL });
    cache.set(key, gzipped);
  }
  return gzipped.length === 0 ? { kind: 'empty', etag } : { kind: 'tile', etag, gzipped };
}
