import { Button } from '@mantine/core';
import { type ChangeEvent, type InputHTMLAttributes, useRef } from 'react';
import { isOfMachine } from '../../../server/domain/document/scan-file.ts';
import { useOfficer } from '../shell/session/use-me.tsx';
import { useWords } from '../shell/use-words.tsx';
import { takeFiles } from './take-files.ts';

interface Props {
  /** Endings of files, as pickers want them. */
  readonly accept: string;
  readonly label: string;
  /** Whole folders too, with what lies in folders inside them. */
  readonly folders?: boolean;
}

/** What makes a file input one of folders; React's types do not name it (HTML, File API: webkitdirectory). */
const OF_FOLDERS = { webkitdirectory: '' } as InputHTMLAttributes<HTMLInputElement>;

/** Opens the machine's own choice of files and puts them on the list of uploads. */
export function ChooseFiles({ accept, label, folders = false }: Props) {
  const { w } = useWords();
  const officer = useOfficer();
  const input = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(currentTarget.files ?? [])].filter(({ name }) => !isOfMachine(name));
    void takeFiles(officer, files).catch(reportError);
    currentTarget.value = '';
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        accept={accept}
        className="visually-hidden"
        tabIndex={-1}
        aria-label={label}
        onChange={take}
      />
      <Button variant="default" onClick={() => input.current?.click()}>
        {w('upload.choose')}
      </Button>
      {folders && (
        <>
          <input
            ref={folder}
            type="file"
            {...OF_FOLDERS}
            className="visually-hidden"
            tabIndex={-1}
            aria-label={w('upload.folder')}
            onChange={take}
          />
          <Button variant="default" onClick={() => folder.current?.click()}>
            {w('upload.folder')}
          </Button>
        </>
      )}
    </>
  );
}
