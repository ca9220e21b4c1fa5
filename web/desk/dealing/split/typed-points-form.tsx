import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ParcelDetail } from '../../../api/parcels.ts';
import type { DeskWordKey } from '../../../i18n/desk-words.ts';
import { useWords } from '../../shell/use-words.tsx';
import type { DrawAction } from './draw-history.ts';
import { readTypedPoints } from './read-typed-points.ts';

interface Props {
  readonly parcel: ParcelDetail;
  act(action: DrawAction): void;
  /** What the button says where it is no line that cuts. */
  readonly adds?: DeskWordKey;
}

/** A line by its coordinates, typed or pasted from a table. */
export function TypedPointsForm({ parcel, act, adds = 'split.addTyped' }: Props) {
  const { w } = useWords();
  const [text, setText] = useState('');
  const [said, setSaid] = useState<{ readonly text: string; readonly wrong: boolean } | null>(null);
  const { srid, coordinates } = parcel.geometryLegal;
  const add = () => {
    const [east = 0, north = 0] = coordinates[0]?.[0] ?? [];
    const read = readTypedPoints(text, [east, north]);
    if ('wrong' in read) {
      setSaid({ text: w(`split.wrong.${read.wrong}`, { row: read.row, srid }), wrong: true });
      return;
    }
    act({ do: 'typed', points: read.points });
    setText('');
    setSaid(read.swapped ? { text: w('split.swapped'), wrong: false } : null);
  };
  return (
    <div className="land-typed">
      <Textarea
        label={w('split.typed')}
        description={w('split.typedHint')}
        value={text}
        autosize
        minRows={2}
        maxRows={8}
        spellCheck={false}
        {...(said?.wrong ? { error: said.text } : {})}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setSaid(null);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) add();
        }}
      />
      <Button variant="default" onClick={add}>
        {w(adds)}
      </Button>
      {said && !said.wrong && <p role="status">{said.text}</p>}
    </div>
  );
}
