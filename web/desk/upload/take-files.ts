import { hasRole } from '../../../server/domain/actor.ts';
import { fileLabel } from '../../../server/domain/batch/file-label.ts';
import { SCAN_SENDERS } from '../../../server/domain/batch/upload.ts';
import type { Officer } from '../shell/session/use-me.tsx';
import { guessOptions } from './guess-options.ts';
import { type SentKind, sentKindOf } from './sent-kind.ts';
import { unfitFile } from './unfit-file.ts';
import { addFiles, addUnfit } from './upload-store.ts';

/**
 * Puts chosen or dropped files on the list of uploads, with what their names say; what nothing would come of is named and not sent.
 * Tells what they are sent as.
 */
export async function takeFiles({ me, communes }: Officer, chosen: Iterable<File> | null): Promise<SentKind[]> {
  // A file input forgets its list as soon as it is emptied.
  const files = [...(chosen ?? [])];
  const maySendScans = hasRole(me, SCAN_SENDERS);
  const judged = await Promise.all(
    files.map(async (file) => {
      const kind = sentKindOf(file.name);
      const unfit = kind === 'scan' && !maySendScans ? 'scanRole' : await unfitFile(file, kind);
      return { file, kind, unfit };
    }),
  );
  addUnfit(judged.flatMap(({ file, kind, unfit }) => (unfit ? [{ file, kind, unfit }] : [])));
  addFiles(
    me.id,
    judged.flatMap(({ file, kind, unfit }) =>
      unfit ? [] : [{ file, kind, options: guessOptions(fileLabel(file.name), communes) }],
    ),
  );
  return [...new Set(judged.map(({ kind }) => kind))];
}
