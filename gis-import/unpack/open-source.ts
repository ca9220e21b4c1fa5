/** From a file somebody handed over to parts that can be read, or a refusal with its reason. */
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { FileRefused } from '../../server/domain/finding/finding.ts';
import { digestFile, digestParts } from './digest-source.ts';
import { DEFAULT_LIMITS, type UnpackLimits } from './limits.ts';
import { extensionOf } from './member-kind.ts';
import { openLoose } from './open-loose.ts';
import { openZip } from './open-zip.ts';
import type { OpenedSource } from './opened-source.ts';

/**
 * `scratchDir`: an empty folder of the caller's, who removes it afterwards. Throws FileRefused for what the file is to
 * blame for; errors of the machine (disk full, no right) pass through.
 */
export async function openSource(
  path: string,
  scratchDir: string,
  limits: Partial<UnpackLimits> = {},
): Promise<OpenedSource> {
  const { maxBytes, ...rest } = { ...DEFAULT_LIMITS, ...limits };
  const extension = /\.gdb\.zip$/i.test(path) ? 'gdb.zip' : extensionOf(path);
  const bytes = await sizeOf(path, maxBytes, extension);
  switch (extension) {
    case 'zip':
      return {
        kind: 'shapefile',
        ...(await openZip(path, scratchDir, { maxBytes, ...rest })),
        bytes,
        sha256: await digestFile(path),
      };
    case 'shp':
    case 'dbf':
    case 'shx': {
      const { parts, members } = await openLoose(path);
      const sizes = await Promise.all(Object.values(parts).map((part) => sizeOf(part, maxBytes, extension)));
      const total = sizes.reduce((sum, size) => sum + size, 0);
      if (total > maxBytes) throw new FileRefused('file.too_large', { bytes: total, limitBytes: maxBytes });
      return { kind: 'shapefile', parts, members, bytes: total, sha256: await digestParts(parts) };
    }
    case 'geojson':
    case 'json': {
      const members = [{ name: basename(path), status: 'read', reason: null }] as const;
      return { kind: 'geojson', path, members, bytes, sha256: await digestFile(path) };
    }
    case 'csv':
    case 'xlsx': {
      const members = [{ name: basename(path), status: 'read', reason: null }] as const;
      return { kind: 'table', path, format: extension, members, bytes, sha256: await digestFile(path) };
    }
    case 'xml': {
      const members = [{ name: basename(path), status: 'read', reason: null }] as const;
      return { kind: 'exchange', path, members, bytes, sha256: await digestFile(path) };
    }
    case 'gpkg':
    case 'gml':
    case 'gdb.zip': {
      const members = [{ name: basename(path), status: 'read', reason: null }] as const;
      const format = extension === 'gdb.zip' ? 'gdb' : extension;
      return { kind: 'container', path, format, scratchDir, members, bytes, sha256: await digestFile(path) };
    }
    default:
      throw new FileRefused('file.kind_unsupported', { extension: extension.slice(0, 16) });
  }
}

/** A folder is no file: a .gdb, for instance. */
async function sizeOf(path: string, maxBytes: number, extension: string): Promise<number> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR')
      throw new FileRefused('file.not_found', {}, { cause: error });
    throw error;
  });
  if (!found.isFile()) throw new FileRefused('file.kind_unsupported', { extension: extension.slice(0, 16) });
  if (found.size > maxBytes) throw new FileRefused('file.too_large', { bytes: found.size, limitBytes: maxBytes });
  return found.size;
}
