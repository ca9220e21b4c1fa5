import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { UPLOAD_ROLES } from '../../../server/domain/batch/upload.ts';
import { ProfileList } from '../columns/profile-list.tsx';
import { BATCHES_KEY } from '../shell/batch/use-batches.ts';
import { useHasRole } from '../shell/session/use-me.tsx';
import { useWords } from '../shell/use-words.tsx';
import { ChooseFiles } from './choose-files.tsx';
import { SHEET_ENDINGS } from './unfit-file.ts';
import { UploadList } from './upload-list.tsx';
import { currentUploads, subscribeUploads } from './upload-store.ts';

/** A sheet number is one file's own. */
const SHARED = ['commune', 'scale', 'at', 'columns'] as const;

/** Bringing files in: one or twenty at a time, each on its own line from choosing it to its review. */
export default function UploadScreen() {
  const { w } = useWords();
  const may = useHasRole(...UPLOAD_ROLES);
  const mayRead = useHasRole('officer', 'surveyor');
  const client = useQueryClient();
  const rows = useSyncExternalStore(subscribeUploads, currentUploads);
  const received = rows.filter(({ batchId }) => batchId !== null).length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a file that was received is a batch in the lists
  useEffect(() => {
    client.invalidateQueries({ queryKey: BATCHES_KEY }).catch(reportError);
  }, [received]);
  if (!may) {
    return (
      <div className="screen">
        <h1>{w('upload.title')}</h1>
        <p className="list-state">{w('upload.noRight')}</p>
      </div>
    );
  }
  return (
    <div className="screen upload">
      <h1>{w('upload.title')}</h1>
      <div className="drop">
        <p>{w('upload.drop')}</p>
        <p className="quiet">{w('upload.kinds')}</p>
        <ChooseFiles accept={SHEET_ENDINGS} label={w('upload.choose')} />
      </div>
      <UploadList rows={rows} shared={SHARED} />
      {mayRead && <ProfileList />}
    </div>
  );
}
