import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type pg from 'pg';
import { fieldsMark, findParcelTile, findTileState } from '../db/tiles.ts';
import { endOfDay } from '../domain/legal-day.ts';
import { Problem } from '../domain/problem.ts';
import type { TileAddress } from '../domain/tile-address.ts';
import type { TileCache } from './tile-cache.ts';

const compress = promisify(gzip);
/** Raised whenever the content of a tile changes for the same rows, so that old copies are not taken for new. */
const FORMAT = 1;
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

/**
 * One tile for one question. The revision and the publication policy are read first: if they are those of the caller, or
 * of a tile we still have, no geometry is touched. Read before the tile, they can only be older than it, which costs one
 * more question later. Throws publication.closed.
 * `signal` aborts when the client has gone; the statement is then stopped in PostgreSQL.
 */
export async function parcelTile(
  pool: pg.Pool,
  cache: TileCache,
  { tile, at, known }: TileQuestion,
  signal: AbortSignal,
): Promise<TileAnswer> {
  const { revision, fields } = await findTileState(pool, tile, signal);
  if (!fields) throw new Problem('publication.closed');
  const etag = `W/"${FORMAT}-${fieldsMark(fields)}-${revision}${at === null ? '' : `-${at}`}"`;
  if (matchesETag(known, etag)) return { kind: 'unchanged', etag };
  const key = `${tile.z}/${tile.x}/${tile.y} ${etag}`;
  let gzipped = cache.get(key);
  if (!gzipped) {
    const plain = await findParcelTile(pool, tile, { before: at === null ? null : endOfDay(at), fields }, signal);
    gzipped = plain.length === 0 ? plain : await compress(plain, { level: GZIP_LEVEL });
    cache.set(key, gzipped);
  }
  return gzipped.length === 0 ? { kind: 'empty', etag } : { kind: 'tile', etag, gzipped };
}
