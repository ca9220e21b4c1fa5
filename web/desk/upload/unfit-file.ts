/** Why a file is not sent: nothing that the import could read would come of it. */
export type Unfit = 'kind' | 'content' | 'empty';

/** What a zip begins with; the second is one without files, which the import refuses in words of its own. */
const ZIP_MARKS = ['504b0304', '504b0506'];

/** Looks at name and first bytes, before anything is sent; null where it may be a zip. */
export async function unfitFile(file: Pick<File, 'name' | 'size' | 'slice'>): Promise<Unfit | null> {
  if (!/\.zip$/i.test(file.name)) return 'kind';
  if (file.size === 0) return 'empty';
  const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  const mark = [...head].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return ZIP_MARKS.includes(mark) ? null : 'content';
}
