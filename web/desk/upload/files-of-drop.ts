/** What is dropped: files, and whole folders of them. */
import { isOfMachine } from '../../../server/domain/document/scan-file.ts';

type Dropped = Pick<DataTransfer, 'files'> & {
  readonly items: Iterable<Pick<DataTransferItem, 'kind' | 'webkitGetAsEntry'>>;
};

/**
 * Every file of a drop, those inside folders too, in the order of their names. To be called while the event is handled: what
 * it carries is gone after it. A folder that cannot be read fails the whole drop: half a box must not look like a box.
 */
export async function filesOfDrop({ files, items }: Dropped): Promise<File[]> {
  const entries = [...items].flatMap((item) => (item.kind === 'file' ? (item.webkitGetAsEntry() ?? []) : []));
  const loose = [...files];
  if (!entries.some(({ isDirectory }) => isDirectory)) return loose;
  return (await Promise.all(entries.map(filesOf))).flat();
}

async function filesOf(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) return [await new Promise<File>((take, fail) => (entry as FileSystemFileEntry).file(take, fail))];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const inside: FileSystemEntry[] = [];
  // A reader gives a hundred at a time, and nothing when it is through.
  for (let more: FileSystemEntry[] = []; ; inside.push(...more)) {
    more = await new Promise((take, fail) => reader.readEntries(take, fail));
    if (more.length === 0) break;
  }
  const own = inside
    .filter(({ name }) => !isOfMachine(name))
    .sort((a, b) => a.name.localeCompare(b.name, 'vi', { numeric: true }));
  return (await Promise.all(own.map(filesOf))).flat();
}
