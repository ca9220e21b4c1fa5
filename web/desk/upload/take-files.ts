import { fileLabel } from '../../../server/domain/file-label.ts';
import type { Officer } from '../shell/use-me.tsx';
import { guessOptions } from './guess-options.ts';
import { addFiles } from './upload-store.ts';

/** Puts chosen or dropped files on the list of uploads, with what their names say. */
export function takeFiles({ me, communes }: Officer, files: FileList | null): void {
  addFiles(
    me.id,
    [...(files ?? [])].map((file) => [file, guessOptions(fileLabel(file.name), communes)] as const),
  );
}
