import { Button } from '@mantine/core';
import { useState } from 'react';
import { useNotices } from '../shell/notices.tsx';
import { useWords } from '../shell/use-words.tsx';
import type { FileOptions } from './guess-options.ts';
import { OptionFields } from './option-fields.tsx';
import { changeOptions, fillDrafts, type UploadRow } from './upload-store.ts';

const NOTHING: FileOptions = { commune: '', sheet: '', scale: '', at: '' };

interface Props {
  readonly drafts: readonly UploadRow[];
  readonly keys: readonly (keyof FileOptions)[];
}

/** Says of all files that are not sent yet what they have in common: Enter fills the gaps, the second button everything. */
export function OptionsOfAll({ drafts, keys }: Props) {
  const { w } = useWords();
  const tell = useNotices();
  const [said, setSaid] = useState(NOTHING);
  const saysNothing = keys.every((key) => !said[key]);
  const fill = (over: boolean) => {
    const changes = (one: UploadRow) =>
      keys.some((key) => said[key] && said[key] !== one.options[key] && (over || !one.options[key]));
    const before = drafts.filter(changes);
    fillDrafts(said, over);
    tell({
      text: w('upload.filled', { n: before.length }),
      tone: 'done',
      ...(before.length > 0 && {
        undo() {
          for (const { id, options } of before) changeOptions(id, options);
        },
      }),
    });
  };
  return (
    <form
      className="upload-all"
      aria-label={w('upload.all')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!saysNothing) fill(false);
      }}
    >
      <strong aria-hidden="true">{w('upload.all')}</strong>
      <OptionFields legend={w('upload.all')} keys={keys} options={said} onChange={setSaid} />
      <Button type="submit" variant="default" disabled={saysNothing}>
        {w('upload.fillGaps')}
      </Button>
      <Button variant="default" disabled={saysNothing} onClick={() => fill(true)}>
        {w('upload.useForAll')}
      </Button>
    </form>
  );
}
