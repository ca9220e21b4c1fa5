import { Button } from '@mantine/core';
import { useRef } from 'react';
import { useOfficer } from '../shell/session/use-me.tsx';
import { useWords } from '../shell/use-words.tsx';
import { takeFiles } from './take-files.ts';

interface Props {
  /** Endings of files, as pickers want them. */
  readonly accept: string;
  readonly label: string;
}

/** Opens the machine's own choice of files and puts them on the list of uploads. */
export function ChooseFiles({ accept, label }: Props) {
  const { w } = useWords();
  const officer = useOfficer();
  const input = useRef<HTMLInputElement>(null);
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
        onChange={(event) => {
          void takeFiles(officer, event.currentTarget.files).catch(reportError);
          event.currentTarget.value = '';
        }}
      />
      <Button variant="default" onClick={() => input.current?.click()}>
        {w('upload.choose')}
      </Button>
    </>
  );
}
