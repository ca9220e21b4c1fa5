import { Button } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { FieldName } from '../../../../server/domain/document/document.ts';
import { FIELD_FORMS, parseFieldValue } from '../../../../server/domain/document/field-value.ts';
import type { DocumentDetail } from '../../../api/document/documents.ts';
import { readAgain, type SecondReading, settleReadings } from '../../../api/document/second-readings.ts';
import { useNotices } from '../../shell/notices.tsx';
import { useWords } from '../../shell/use-words.tsx';
import { Frame } from '../document-frame.tsx';
import { asOnPaper } from '../field-words.ts';
import { useDocumentStep } from '../use-document-step.ts';

interface Props {
  readonly document: DocumentDetail;
  readonly reading: SecondReading;
  readonly pages: ReactNode;
  onFocus(name: FieldName): void;
}

type Texts = Readonly<Partial<Record<FieldName, string>>>;

/**
 * The paper read once more by somebody who sees nothing of the first reading; and, where both differ, what a third person says is
 * right. Enter goes on, an empty field takes a second Enter, Ctrl Enter ends.
 */
export function SecondDesk({ document, reading, pages, onFocus }: Props) {
  const { w, language } = useWords();
  const { id } = document;
  const settles = reading.status === 'differs';
  const fields = settles ? reading.fields.filter(({ said }) => said?.agrees === false) : reading.fields;
  const tell = useNotices();
  const { take, busy } = useDocumentStep(id);
  const [texts, setTexts] = useState<Texts>({});
  const [absent, setAbsent] = useState<ReadonlySet<FieldName>>(new Set());
  const [asked, setAsked] = useState<FieldName | null>(null);
  const inputs = useRef(new Map<FieldName, HTMLInputElement>());
  const end = useRef<HTMLButtonElement>(null);
  const textOf = (name: FieldName) => texts[name] ?? '';
  const unfit = (name: FieldName) => textOf(name) !== '' && parseFieldValue(name, textOf(name)) === null;
  const isSaid = (name: FieldName) => (textOf(name) === '' ? absent.has(name) : !unfit(name));
  const open = fields.filter(({ name }) => !isSaid(name));
  const changed = Object.keys(texts).length > 0 || absent.size > 0;
  useEffect(() => {
    const soon = setTimeout(() => inputs.current.values().next().value?.focus({ preventScroll: true }));
    return () => clearTimeout(soon);
  }, []);
  useEffect(() => {
    if (!changed) return;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', stay);
    return () => removeEventListener('beforeunload', stay);
  }, [changed]);

  const type = (name: FieldName, text: string): void => {
    setTexts((before) => ({ ...before, [name]: text }));
    setAbsent((before) => new Set([...before].filter((other) => other !== name)));
  };
  function say(name: FieldName, value: string | null): void {
    if (value !== null) {
      type(name, asOnPaper(name, value));
      return;
    }
    setTexts((before) => ({ ...before, [name]: '' }));
    setAbsent((before) => new Set([...before, name]));
  }
  function goOn(from: FieldName): void {
    const at = fields.findIndex(({ name }) => name === from);
    const next = fields.slice(at + 1).find(({ name }) => !isSaid(name)) ?? open.find(({ name }) => name !== from);
    if (next) inputs.current.get(next.name)?.focus();
    else end.current?.focus();
  }
  function finish(): void {
    const [first] = open;
    if (first) {
      tell({ text: w('scan.stillOpen', { n: open.length }), tone: 'trouble' });
      inputs.current.get(first.name)?.focus();
      return;
    }
    const said = fields.map(({ name }) => ({ name, value: textOf(name) === '' ? null : textOf(name) }));
    const step = settles ? () => settleReadings(id, said) : () => readAgain(id, said);
    void take(step, w(settles ? 'second.settled' : 'second.kept'), settles ? 'differs' : 'again').catch(reportError);
  }
  function onKeyDown(event: KeyboardEvent, name: FieldName): void {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const isEmpty = textOf(name) === '';
    if (event.ctrlKey || event.metaKey) finish();
    else if (isSaid(name)) goOn(name);
    else if (!isEmpty) return;
    // Nodded through too easily: that the paper does not say it takes a second Enter.
    else if (asked !== name) setAsked(name);
    else {
      setAsked(null);
      say(name, null);
      goOn(name);
    }
  }
  return (
    <Frame
      document={document}
      pages={pages}
      buttons={
        <Button ref={end} className="primary" loading={busy} onClick={finish}>
          {w(settles ? 'second.settle' : 'second.done')}
        </Button>
      }
      foot={
        <>
          <span>{w('second.keys')}</span>
          <span role="status">{w('scan.openFields', { n: open.length, total: fields.length })}</span>
        </>
      }
    >
      <p className="scan-note">{w(settles ? 'second.settleNote' : 'second.note')}</p>
      <ol className="second-fields">
        {fields.map(({ name, said }) => (
          <li key={name} data-second={name} data-said={isSaid(name)}>
            <label htmlFor={`second-${name}`}>{w(`scan.field.${name}`)}</label>
            <input
              id={`second-${name}`}
              ref={(input) => {
                if (input) inputs.current.set(name, input);
                else inputs.current.delete(name);
              }}
              value={textOf(name)}
              maxLength={500}
              autoComplete="off"
              aria-invalid={unfit(name)}
              aria-describedby={`second-${name}-says`}
              placeholder={absent.has(name) ? w('scan.absentHint') : ''}
              onFocus={() => onFocus(name)}
              onChange={(event) => type(name, event.currentTarget.value)}
              onKeyDown={(event) => onKeyDown(event, name)}
            />
            {said && (
              <span className="second-both">
                {(['first', 'second'] as const).map((who) => (
                  <button key={who} type="button" className="land-small" onClick={() => say(name, said[who])}>
                    {w(`second.${who}`)}: {said[who] === null ? w('scan.absentHint') : asOnPaper(name, said[who])}
                  </button>
                ))}
              </span>
            )}
            <small id={`second-${name}-says`} role="status">
              {unfit(name)
                ? w('scan.unfit', { form: FIELD_FORMS[name][language] })
                : asked === name && textOf(name) === ''
                  ? w('scan.emptyAsked')
                  : ''}
            </small>
          </li>
        ))}
      </ol>
    </Frame>
  );
}
