/** A zip: judged by its directory, then only the members of the one shapefile are written out, under our own names. */
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { openPromise, type ZipFile } from 'yauzl';
import { FileRefused } from '../../server/domain/finding/finding.ts';
import { chooseSet } from './choose-set.ts';
import { extractEntry, readHead } from './extract-entry.ts';
import type { UnpackLimits } from './limits.ts';
import { type ListedEntry, listEntries } from './list-entries.ts';
import { isOfficeDocument, looksLikeArchive, memberKind, PART_KINDS } from './member-kind.ts';
import type { ShapefilePaths, SourceMember } from './opened-source.ts';
import { asRefusal } from './zip-refusal.ts';

/** Writes the parts into `scratchDir` as `part.shp`, `part.dbf` … */
export async function openZip(
  path: string,
  scratchDir: string,
  limits: UnpackLimits,
): Promise<{ parts: ShapefilePaths; members: readonly SourceMember[] }> {
  await requireZip(path);
  const options = { autoClose: false, decodeStrings: false, strictFileNames: true, validateEntrySizes: true };
  const zip = await openPromise(path, options).catch((error) => {
    throw asRefusal(error);
  });
  zip.on('error', () => undefined); // reported by the call that failed; without a listener it would end the process
  try {
    const signal = AbortSignal.timeout(limits.timeBudgetMs);
    const listed = await listEntries(zip, limits);
    if (listed.some(({ label }) => /\.gdb\//i.test(label)))
      throw new FileRefused('file.kind_unsupported', { extension: 'gdb' });
    await refuseNested(zip, listed, signal);
    const { parts, members } = chooseSet(listed.map(({ label, entry }) => ({ label, item: entry })));
    await mkdir(scratchDir, { recursive: true });
    const paths: Record<string, string> = { shp: join(scratchDir, 'part.shp') };
    for (const kind of PART_KINDS) {
      const entry = parts.get(kind);
      if (!entry) continue;
      if (!entry.canDecodeFileData())
        throw new FileRefused('file.zip_method', { compressionMethod: entry.compressionMethod });
      paths[kind] = join(scratchDir, `part.${kind}`);
      await extractEntry(zip, entry, paths[kind], signal);
    }
    return { parts: paths as unknown as ShapefilePaths, members };
  } finally {
    zip.close();
  }
}

/** By extension, and by the first bytes whatever the extension says. */
async function refuseNested(zip: ZipFile, listed: readonly ListedEntry[], signal: AbortSignal): Promise<void> {
  for (const [i, { entry, label }] of listed.entries()) {
    const kind = memberKind(label);
    if (kind === 'archive') throw new FileRefused('file.zip_nested', { entry: i + 1 });
    if (kind === 'junk' || isOfficeDocument(label) || entry.uncompressedSize === 0 || !entry.canDecodeFileData())
      continue;
    if (signal.aborted) throw new FileRefused('file.parser_timeout', { stage: 'unpack' });
    if (looksLikeArchive(await readHead(zip, entry))) throw new FileRefused('file.zip_nested', { entry: i + 1 });
  }
}

/** `PK` and a local header or, for an empty zip, the end record. */
async function requireZip(path: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, 'r');
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    const mark = bytesRead === 4 ? buffer.readUInt32LE(0) : 0;
    if (mark !== 0x04034b50 && mark !== 0x06054b50) throw new FileRefused('file.not_a_zip', {});
  } finally {
    await handle?.close();
  }
}
