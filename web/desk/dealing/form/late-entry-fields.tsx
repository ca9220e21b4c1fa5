import { TextInput } from '@mantine/core';
import { dayOf } from '../../../../server/domain/legal-day.ts';
import { useWords } from '../../shell/use-words.tsx';
import type { EntryTyped } from './late-entry.ts';

interface Props {
  readonly typed: EntryTyped;
  change(part: Partial<EntryTyped>): void;
}

/** Book, page and day of what paper books registered before; nothing but the question until it is answered. */
export function LateEntryFields({ typed, change }: Props) {
  const { w } = useWords();
  return (
    <fieldset data-part="entry">
      <legend>{w('form.bookLegend')}</legend>
      <label className="land-check">
        <input
          type="checkbox"
          checked={typed.late}
          onChange={(event) => change({ late: event.currentTarget.checked })}
        />{' '}
        {w('form.bookAsk')}
      </label>
      {typed.late && (
        <>
          <p className="quiet">{w('form.bookWhy')}</p>
          <div className="land-row">
            <TextInput
              label={w('form.book')}
              value={typed.book}
              maxLength={150}
              required
              onChange={(event) => change({ book: event.currentTarget.value })}
            />
            <TextInput
              label={w('form.bookPage')}
              value={typed.page}
              maxLength={30}
              required
              onChange={(event) => change({ page: event.currentTarget.value })}
            />
            <TextInput
              type="date"
              label={w('form.bookDay')}
              value={typed.on}
              max={dayOf(new Date())}
              required
              onChange={(event) => change({ on: event.currentTarget.value })}
            />
          </div>
        </>
      )}
    </fieldset>
  );
}
