/** What a file name promises. Names are promises only: nothing is opened because of its name alone. */

export type PartKind = 'shp' | 'dbf' | 'shx' | 'prj' | 'cpg';
export const PART_KINDS: readonly PartKind[] = ['shp', 'shx', 'dbf', 'prj', 'cpg'];

export type MemberKind = PartKind | 'archive' | 'junk' | 'companion' | 'unknown';

/** Archives inside an archive: a sheet may hide there, so the file is refused rather than half read. */
const ARCHIVES = ['zip', 'rar', '7z', 'gz', 'tgz', 'tar', 'bz2', 'xz', 'zst', 'lzh', 'cab', 'jar', 'kmz'];
/** Index and style files of GIS programs, documents and pictures: known, and not needed. */
const COMPANIONS =
  'sbn sbx qix qpj idx ain aih atx ixs mxs fbn fbx xml qmd qml qgz sld lyr lyrx mxd avl dbt fpt pdf tif tiff jpg jpeg png txt csv doc docx xls xlsx ppt pptx odt ods';
const companions = new Set(COMPANIONS.split(' '));

/** Lower-case text after the last dot; '' without one. */
export function extensionOf(name: string): string {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const dot = base.lastIndexOf('.');
  return dot < 0 ? '' : base.slice(dot + 1).toLowerCase();
}

/** Folder and name without the extension, folded so that `To_12.SHP` and `to_12.dbf` belong together. */
export function stemOf(name: string): string {
  const extension = extensionOf(name);
  return (extension === '' ? name : name.slice(0, -extension.length - 1)).normalize('NFC').toLowerCase();
}

/** Sorts a zip's member by its name. */
export function memberKind(name: string): MemberKind {
  const segments = name.split('/');
  const base = segments.at(-1)!.toLowerCase();
  if (segments.includes('__MACOSX') || base.startsWith('._')) return 'junk';
  if (base === '.ds_store' || base === 'thumbs.db' || base === 'desktop.ini') return 'junk';
  const extension = extensionOf(name);
  if (ARCHIVES.includes(extension)) return 'archive';
  const part = PART_KINDS.find((kind) => kind === extension);
  return part ?? (companions.has(extension) ? 'companion' : 'unknown');
}

/** Office documents are zips by construction; they are never opened here. */
export const isOfficeDocument = (name: string): boolean => /^(docx|xlsx|pptx|odt|ods)$/.test(extensionOf(name));

const MAGIC: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04], // zip
  [0x50, 0x4b, 0x05, 0x06], // empty zip
  [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07], // rar
  [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], // 7z
  [0x1f, 0x8b, 0x08], // gzip
  [0x42, 0x5a, 0x68], // bzip2
  [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], // xz
  [0x28, 0xb5, 0x2f, 0xfd], // zstd
];

/** How many bytes {@link looksLikeArchive} wants: the tar mark lies at 257. */
export const MAGIC_BYTES = 262;

/** Do the first bytes belong to an archive, whatever the name says? */
export function looksLikeArchive(head: Uint8Array): boolean {
  const startsWith = (magic: readonly number[], at = 0): boolean => magic.every((byte, i) => head[at + i] === byte);
  return MAGIC.some((magic) => startsWith(magic)) || startsWith([0x75, 0x73, 0x74, 0x61, 0x72], 257);
}
