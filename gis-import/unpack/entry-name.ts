/** Names of zip entries: checked against escape, and decoded for people. No path is ever made from one. */
import { type Entry, getFileNameLowLevel, validateFileName } from 'yauzl';

/** Undefined when the name is harmless, else what is wrong. Judged on the bytes, whatever encoding they are in. */
export function nameProblem(entry: Entry): string | undefined {
  const raw = entry.fileNameRaw.toString('latin1');
  const flagged = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
  for (const name of [raw, flagged]) {
    if (name === '' || name.includes('\0')) return 'empty or NUL';
    // The library's own rule: backslash, drive letter, leading slash, `..` segment.
    if (validateFileName(name) !== null) return 'leads outside the archive';
  }
  return undefined;
}

const FILE_TYPE = 0o170000;
const REGULAR = 0o100000;
const DIRECTORY = 0o040000;

/** Symbolic links, devices, pipes: the upper half of the external attributes is a Unix mode where one was set. */
export function isSpecialFile(entry: Entry): boolean {
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  return type !== 0 && type !== REGULAR && type !== DIRECTORY;
}

/**
 * A label for people. The UTF-8 flag, then bytes that happen to be UTF-8, else byte for byte as latin-1: old programs
 * wrote names in TCVN3 or CP1258 and said nothing, and a label needs no better guess.
 */
export function entryLabel(entry: Entry): string {
  const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
  const unicode = (generalPurposeBitFlag & 0x800) !== 0 || extraFields.some(({ id }) => id === 0x7075);
  const name = unicode
    ? getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true)
    : guess(fileNameRaw);
  // Control and format characters (among them those that turn the direction of reading) have no place in a label.
  return name
    .replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD')
    .normalize('NFC')
    .slice(0, 255);
}

function guess(raw: Buffer): string {
  const text = raw.toString('utf8');
  return Buffer.from(text, 'utf8').equals(raw) ? text : raw.toString('latin1');
}
