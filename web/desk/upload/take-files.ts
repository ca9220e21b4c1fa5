import { fileLabel } from '../../../server/domain/batch/file-label.ts';
import type { Officer } from '../shell/session/use-me.tsx';
import { guessOptions } from './guess-options.ts';
import { unfitFile } from './unfit-file.ts';
import { addFiles, addUnfit } from './upload-store.ts';

/** Puts chosen or dropped files on the list of uploads, with what their names say; what no import could read is named and not sent. */
export async function takeFiles({ me, communes }: Officer, chosen: Iterable<File> | null): Promise<void> {
  // A file input forgets its list as soon as it is emptied.
  const files = [...(chosen ?? [])];
  const judged = await Promise.all(files.map(async (file) => [file, await unfitFile(file)] as const));
  addUnfit(judged.flatMap(([file, unfit]) => (unfit ? [[file, unfit] as const] : [])));
  addFiles(
    me.id,
    judged.flatMap(([file, unfit]) => (unfit ? [] : [[file, guessOptions(fileLabel(file.name), communes)] as const])),
  );
}
