import { Button } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { LOOKUP_BOUNDS } from '../../../server/domain/lookup/lookup-bounds.ts';
import { KNOWN_HEADS } from '../../../server/domain/lookup/lookup-columns.ts';
import { CallFailed } from '../../api/get-json.ts';
import { mediaOfTable, sendTable } from '../../api/lookups.ts';
import { newId } from '../../api/new-id.ts';
import type { DeskWords } from '../../i18n/desk-words.ts';
import { problemWords } from '../shell/problem-words.ts';
import { guarded } from '../shell/session/session-gate.ts';
import { useWords } from '../shell/use-words.tsx';

/** What is wrong with a table, with the row or the reason that the server names. */
function faultWords(error: unknown, w: DeskWords): string {
  const problem = error instanceof CallFailed ? error.problem : null;
  if (!problem?.code.startsWith('lookup.')) return problemWords(error, w);
  const said = problem.errors?.[0]?.message;
  return `${problem.title}. ${problem.detail}${said === undefined ? '' : ` (${said})`}`;
}

/** A table, pasted or from a file, and what it is asked for. Sent again after a lost reply it is the same look-up. */
export function LookupForm({ onSent }: { onSent(): void }) {
  const { w, language } = useWords();
  const navigate = useNavigate();
  const id = useId();
  const [table, setTable] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [name, setName] = useState('');
  const [purpose, setPurpose] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const [key, setKey] = useState(newId);
  // What is sent under a key stays what it is: a change is another look-up.
  const change =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value);
      setKey(newId());
      setFault(null);
    };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!file && table.trim() === '') return setFault(w('lookup.missing'));
    setSending(true);
    setFault(null);
    try {
      const sent = {
        bytes: file ?? new Blob([table]),
        media: file ? mediaOfTable(file.name) : 'text/csv',
        name: (name || file?.name || '').slice(0, LOOKUP_BOUNDS.name),
        purpose: purpose.trim(),
        key,
      };
      const { lookupId } = await guarded(() => sendTable(sent));
      onSent();
      void navigate(`/desk/lookup/${lookupId}`);
    } catch (error) {
      setFault(faultWords(error, w));
      setSending(false);
    }
  };
  return (
    <form className="lookup-form" onSubmit={(event) => void send(event)}>
      <p className="quiet">
        {w('lookup.lead')} {w('lookup.heads', { heads: KNOWN_HEADS[language] })}
      </p>
      <label className="lookup-field">
        {w('lookup.table')}
        <textarea
          rows={5}
          spellCheck={false}
          value={table}
          disabled={file !== null}
          onChange={(event) => change(setTable)(event.currentTarget.value)}
        />
      </label>
      <label className="lookup-field">
        {w('lookup.file')}
        <input
          type="file"
          accept=".xlsx,.csv,.tsv,.txt,text/csv"
          onChange={(event) => change(setFile)(event.currentTarget.files?.[0] ?? null)}
        />
      </label>
      <div className="lookup-line">
        <label className="lookup-field">
          {w('lookup.name')}
          <input
            type="text"
            value={name}
            maxLength={LOOKUP_BOUNDS.name}
            autoComplete="off"
            onChange={(event) => change(setName)(event.currentTarget.value)}
          />
        </label>
        <div className="lookup-field">
          <label htmlFor={`${id}-purpose`}>{w('lookup.purpose')}</label>
          <span className="quiet" id={`${id}-hint`}>
            {w('lookup.purposeHint')}
          </span>
          <input
            id={`${id}-purpose`}
            type="text"
            value={purpose}
            maxLength={LOOKUP_BOUNDS.purpose}
            autoComplete="off"
            aria-describedby={`${id}-hint`}
            onChange={(event) => change(setPurpose)(event.currentTarget.value)}
          />
        </div>
        <Button type="submit" loading={sending}>
          {w('lookup.send')}
        </Button>
      </div>
      {fault && (
        <p className="lookup-fault" role="alert">
          {fault}
        </p>
      )}
    </form>
  );
}
