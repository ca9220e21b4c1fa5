import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { UPLOAD_ROLES } from '../../../server/domain/batch/upload.ts';
import { BATCHES_KEY } from '../shell/batch/use-batches.ts';
import { useHasRole, useOfficer } from '../shell/session/use-me.tsx';
import { useWords } from '../shell/use-words.tsx';
import { OptionsOfAll } from './options-of-all.tsx';
import { takeFiles } from './take-files.ts';
import { UploadLine } from './upload-line.tsx';
import './upload.css';
import { currentUploads, sendFiles, subscribeUploads } from './upload-store.ts';

/** Bringing files in: one or twenty at a time, each on its own line from choosing it to its review. */
export default function UploadScreen() {
  const { w } = useWords();
  const officer = useOfficer();
  const may = useHasRole(...UPLOAD_ROLES);
  const client = useQueryClient();
  const rows = useSyncExternalStore(subscribeUploads, currentUploads);
  const input = useRef<HTMLInputElement>(null);
  const received = rows.filter(({ batchId }) => batchId !== null).length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a file that was received is a batch in the lists
  useEffect(() => {
    client.invalidateQueries({ queryKey: BATCHES_KEY }).catch(reportError);
  }, [received]);
  const drafts = rows.filter(({ state }) => state === 'draft');
  const ready = drafts.filter(({ options }) => options.commune !== '');
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
        <input
          ref={input}
          type="file"
          multiple
          accept=".zip"
          className="visually-hidden"
          tabIndex={-1}
          aria-label={w('upload.choose')}
          onChange={(event) => {
            void takeFiles(officer, event.currentTarget.files).catch(reportError);
            event.currentTarget.value = '';
          }}
        />
        <Button variant="default" onClick={() => input.current?.click()}>
          {w('upload.choose')}
        </Button>
      </div>
      {rows.length > 0 && (
        <>
          <div className="upload-head">
            <h2>{w('upload.files', { n: rows.length })}</h2>
            {drafts.length > 0 && (
              <Button
                className="primary"
                disabled={ready.length === 0}
                onClick={() => sendFiles(ready.map(({ id }) => id))}
              >
                {w('upload.send', { n: ready.length })}
              </Button>
            )}
          </div>
          {drafts.length > 1 && <OptionsOfAll drafts={drafts} />}
          {ready.length < drafts.length && <p className="quiet">{w('upload.needCommune')}</p>}
          <ul className="uploads">
            {rows.map((row) => (
              <UploadLine key={row.id} row={row} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
