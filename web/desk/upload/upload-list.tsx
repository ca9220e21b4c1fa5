import { Button } from '@mantine/core';
import { useWords } from '../shell/use-words.tsx';
import type { FileOptions } from './guess-options.ts';
import { OptionsOfAll } from './options-of-all.tsx';
import './upload.css';
import { UploadLine } from './upload-line.tsx';
import { sendFiles, type UploadRow } from './upload-store.ts';

interface Props {
  readonly rows: readonly UploadRow[];
  /** What is said of many files at once. */
  readonly shared: readonly (keyof FileOptions)[];
}

/** Files on their way, each on its own line from choosing it to what it became, and the button that sends them. */
export function UploadList({ rows, shared }: Props) {
  const { w } = useWords();
  const drafts = rows.filter(({ state }) => state === 'draft');
  const ready = drafts.filter(({ options }) => options.commune !== '');
  if (rows.length === 0) return null;
  return (
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
      {drafts.length > 1 && <OptionsOfAll drafts={drafts} keys={shared} />}
      {ready.length < drafts.length && <p className="quiet">{w('upload.needCommune')}</p>}
      <ul className="uploads">
        {rows.map((row) => (
          <UploadLine key={row.id} row={row} />
        ))}
      </ul>
    </>
  );
}
