import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { NOTED_MOVES, type NotedMove } from '../../../server/domain/certificate/blank.ts';
import { formatNumber } from '../../../server/domain/words/format-number.ts';
import { newId } from '../../api/new-id.ts';
import { moveBlanks } from '../../api/paper/certificates.ts';
import { useNotices } from '../shell/notices.tsx';
import { problemWords } from '../shell/problem-words.ts';
import { guarded } from '../shell/session/session-gate.ts';
import { useWords } from '../shell/use-words.tsx';
import { type MoveFault, type MoveFields, quantityOf, START, sayMove } from './said-move.ts';
import { BLANKS_KEY } from './use-blanks.ts';

/** The keeper notes a move: a run by its first and last serial, to whom, by which paper or why. */
export function MoveForm() {
  const { w, language } = useWords();
  const client = useQueryClient();
  const tell = useNotices();
  const [fields, setFields] = useState<MoveFields>(START);
  const [faults, setFaults] = useState<readonly MoveFault[]>([]);
  const [busy, setBusy] = useState(false);
  // The same move sent again after a lost reply is one move; another one has another key.
  const key = useRef(newId());
  const change = (part: Partial<MoveFields>) => {
    key.current = newId();
    setFields((before) => ({ ...before, ...part }));
    setFaults([]);
  };
  async function note(): Promise<void> {
    const said = sayMove(fields);
    if ('faults' in said) return setFaults(said.faults);
    setBusy(true);
    try {
      const { quantity } = await guarded(() => moveBlanks(said.move, key.current));
      tell({ text: w('blanks.moved', { n: formatNumber(quantity, language) }), tone: 'done' });
      key.current = newId();
      setFields({ ...START, kind: fields.kind });
    } catch (error) {
      tell({ text: problemWords(error, w), tone: 'trouble' });
    } finally {
      setBusy(false);
      await client.invalidateQueries({ queryKey: BLANKS_KEY });
    }
  }
  const { kind } = fields;
  const quantity = quantityOf(fields);
  const fault = (name: MoveFault) => (faults.includes(name) ? w(`blanks.fault.${name}`) : undefined);
  return (
    <form
      className="land-fields"
      data-part="move"
      onSubmit={(event) => {
        event.preventDefault();
        void note().catch(reportError);
      }}
    >
      <h2>{w('blanks.move')}</h2>
      <NativeSelect
        size="xs"
        label={w('blanks.kind')}
        value={kind}
        data={NOTED_MOVES.map((one) => ({ value: one, label: w(`blankMove.${one}`) }))}
        onChange={(event) => change({ kind: event.currentTarget.value as NotedMove })}
      />
      <div className="land-row">
        <TextInput
          label={w('blanks.from')}
          value={fields.first}
          maxLength={20}
          placeholder="AA 01234567"
          required
          error={fault('serials')}
          onChange={(event) => change({ first: event.currentTarget.value })}
        />
        <TextInput
          label={w('blanks.to')}
          description={quantity === null ? undefined : w('blanks.count', { n: formatNumber(quantity, language) })}
          value={fields.last}
          maxLength={20}
          onChange={(event) => change({ last: event.currentTarget.value })}
        />
      </div>
      {kind === 'given' && (
        <TextInput
          label={w('blanks.givenToName')}
          value={fields.givenTo}
          maxLength={100}
          required
          error={fault('givenTo')}
          onChange={(event) => change({ givenTo: event.currentTarget.value })}
        />
      )}
      {(kind === 'spoiled' || kind === 'lost' || kind === 'returned') && (
        <TextInput
          label={w('blanks.reason')}
          value={fields.reason}
          maxLength={300}
          required={kind !== 'returned'}
          error={fault('reason')}
          onChange={(event) => change({ reason: event.currentTarget.value })}
        />
      )}
      <div className="land-row">
        <TextInput
          label={w('blanks.documentNo')}
          value={fields.documentNo}
          maxLength={100}
          required={kind === 'received'}
          error={fault('document')}
          onChange={(event) => change({ documentNo: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={w('blanks.documentDate')}
          value={fields.documentDate}
          required={kind === 'received'}
          onChange={(event) => change({ documentDate: event.currentTarget.value })}
        />
      </div>
      <Button type="submit" loading={busy}>
        {w('blanks.note')}
      </Button>
    </form>
  );
}
