/**
 * The directory of a zip, judged before a byte of content is inflated: count, names, file types, encryption, duplicates,
 * sizes, overlaps. Source: PKWARE APPNOTE 6.3; what other readers let pass is what this page refuses.
 */
import type { Entry, ZipFile } from 'yauzl';
import { FileRefused } from '../../server/domain/finding/finding.ts';
import { entryLabel, isSpecialFile, nameProblem } from './entry-name.ts';
import type { UnpackLimits } from './limits.ts';
import { asRefusal } from './zip-refusal.ts';

export interface ListedEntry {
  readonly entry: Entry;
  /** For people only. */
  readonly label: string;
}

/** All files of the zip (folders left out), or FileRefused. */
export async function listEntries(zip: ZipFile, limits: UnpackLimits): Promise<ListedEntry[]> {
  if (zip.entryCount > limits.maxEntries)
    throw new FileRefused('file.zip_bomb', { entries: zip.entryCount, limit: limits.maxEntries });
  // The library's cursor stands at the central directory until the first entry is read.
  const directoryAt = Number(zip.readEntryCursor);
  const listed: ListedEntry[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      judgeEntry(entry, listed.length + 1);
      const label = entryLabel(entry);
      listed.push({ entry, label });
    }
  } catch (error) {
    throw asRefusal(error);
  }
  if (listed.length === 0) throw new FileRefused('file.zip_empty', { records: 0 });
  refuseDuplicates(listed);
  refuseBombs(listed, limits);
  await refuseOverlaps(zip, listed, directoryAt);
  return listed.filter(({ entry }) => entry.fileNameRaw.at(-1) !== 0x2f);
}

function judgeEntry(entry: Entry, number: number): void {
  const problem = nameProblem(entry);
  if (problem !== undefined) throw new FileRefused('file.zip_unsafe_name', { entry: number, problem });
  if (isSpecialFile(entry))
    throw new FileRefused('file.zip_unsafe_name', { entry: number, problem: 'not a regular file' });
  if (entry.isEncrypted()) throw new FileRefused('file.zip_encrypted', { entry: number });
}

/** One name twice: two programs would read two different files. Windows and macOS do not tell case apart. */
function refuseDuplicates(listed: readonly ListedEntry[]): void {
  const seen = new Set<string>();
  for (const [i, { label }] of listed.entries()) {
    const folded = label.normalize('NFC').toLowerCase();
    if (seen.has(folded)) throw new FileRefused('file.zip_duplicate_name', { entry: i + 1 });
    seen.add(folded);
  }
}

function refuseBombs(listed: readonly ListedEntry[], limits: UnpackLimits): void {
  let [packed, unpacked] = [0, 0];
  for (const [i, { entry }] of listed.entries()) {
    packed += entry.compressedSize;
    unpacked += entry.uncompressedSize;
    const ratio = entry.uncompressedSize / Math.max(entry.compressedSize, 1);
    if (entry.uncompressedSize > limits.ratioFloorBytes && ratio > limits.maxEntryRatio) {
      throw new FileRefused('file.zip_bomb', { entry: i + 1, bytes: entry.uncompressedSize, ratio: Math.round(ratio) });
    }
  }
  const ratio = unpacked / Math.max(packed, 1);
  if (unpacked > limits.ratioFloorBytes && ratio > limits.maxTotalRatio) {
    throw new FileRefused('file.zip_bomb', { bytes: unpacked, ratio: Math.round(ratio) });
  }
  if (unpacked > limits.maxBytes)
    throw new FileRefused('file.too_large', { bytes: unpacked, limitBytes: limits.maxBytes });
}

/** Entries that share bytes are how a small zip becomes petabytes, and nothing honest needs them. */
async function refuseOverlaps(zip: ZipFile, listed: readonly ListedEntry[], directoryAt: number): Promise<void> {
  const spans: { from: number; to: number }[] = [];
  for (const { entry } of listed) {
    const header = await zip.readLocalFileHeaderPromise(entry, { minimal: true }).catch((error) => {
      throw asRefusal(error);
    });
    spans.push({ from: entry.relativeOffsetOfLocalHeader, to: header.fileDataStart + entry.compressedSize });
  }
  spans.sort((a, b) => a.from - b.from);
  let reached = 0;
  for (const { from, to } of [...spans, { from: directoryAt, to: directoryAt }]) {
    if (from < reached) throw new FileRefused('file.zip_bomb', { problem: 'entries overlap', at: from });
    reached = to;
  }
}
