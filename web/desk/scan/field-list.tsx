import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { FieldName } from '../../../server/domain/document/document.ts';
import type { DocumentDetail, DocumentField } from '../../api/document/documents.ts';
import { useWords } from '../shell/use-words.tsx';
import { FieldRow } from './field-row.tsx';
import { asOnPaper, nextOpen, orderOf } from './field-words.ts';
import type { Review } from './use-review.ts';

interface Props {
  readonly document: DocumentDetail;
  readonly fields: readonly DocumentField[];
  readonly review: Review;
  readonly readOnly: boolean;
  readonly focused: FieldName | null;
  onFocus(name: FieldName): void;
  /** The last field was confirmed. */
  onDone(): void;
}

/** The fields of a document, those in doubt first. Enter confirms one and goes on to the next that waits. */
export function FieldList({ document, fields, review, readOnly, focused, onFocus, onDone }: Props) {
  const { w } = useWords();
  // As they stood when the screen opened: what is confirmed must not run away from under the hand.
  const [order] = useState(() => orderOf(fields));
  const inputs = useRef(new Map<FieldName, HTMLInputElement>());
  const [asked, setAsked] = useState<FieldName | null>(null);
  const focus = (name: FieldName | null) => (name === null ? onDone() : inputs.current.get(name)?.focus());
  const first = nextOpen(order, fields, null) ?? order[0] ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the fields are there and may be written
  useEffect(() => {
    if (first === null) return;
    // After the shell has led the focus to the screen as such.
    const soon = setTimeout(() => inputs.current.get(first)?.focus({ preventScroll: true }));
    return () => clearTimeout(soon);
  }, [readOnly]);

  function goOn(from: DocumentField): void {
    const rest = fields.map((field) => (field.name === from.name ? { ...field, state: 'confirmed' as const } : field));
    focus(nextOpen(order, rest, from.name));
  }
  function absent(field: DocumentField): void {
    setAsked(null);
    review.keepAbsent(field);
    goOn(field);
  }
  function enter(field: DocumentField): void {
    const isEmpty = review.textOf(field).trim() === '';
    if (!isEmpty) {
      if (review.keep(field)) goOn(field);
    } else if (field.state === 'absent') goOn(field);
    // An empty field is nodded through too easily: it takes a second Enter.
    else if (asked === field.name) absent(field);
    else setAsked(field.name);
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>, field: DocumentField): void {
    const at = order.indexOf(field.name);
    const reading = /^Digit([1-9])$/.exec(event.code)?.[1];
    const ways: readonly (readonly [boolean, () => void])[] = [
      [event.key === 'ArrowDown', () => focus(order[Math.min(order.length - 1, at + 1)]!)],
      [event.key === 'ArrowUp', () => focus(order[Math.max(0, at - 1)]!)],
      [event.key === 'Escape', () => review.reset(field.name)],
      [readOnly && event.key === 'Enter', () => focus(order[at + 1] ?? null)],
      [!readOnly && event.key === 'Enter', () => enter(field)],
      [!readOnly && event.altKey && event.code === 'Digit0', () => absent(field)],
      [!readOnly && event.altKey && reading !== undefined, () => take(field, Number(reading) - 1)],
    ];
    const act = event.ctrlKey || event.metaKey ? undefined : ways.find(([is]) => is)?.[1];
    if (!act) return;
    event.preventDefault();
    act();
  }
  function take(field: DocumentField, at: number): void {
    const reading = field.readings[at];
    if (reading) review.type(field.name, asOnPaper(field.name, reading.value));
    inputs.current.get(field.name)?.focus();
  }
  return (
    <ol className="fields">
      {order
        .flatMap((name) => fields.find((field) => field.name === name) ?? [])
        .map((field) => (
          <FieldRow
            key={field.name}
            id={document.id}
            field={field}
            page={document.pageList.find(({ page }) => page === field.page)}
            text={review.textOf(field)}
            trouble={asked === field.name ? w('scan.emptyAsked') : review.troubleOf(field.name)}
            isOpen={focused === field.name}
            readOnly={readOnly}
            input={(input) => {
              if (input) inputs.current.set(field.name, input);
              else inputs.current.delete(field.name);
            }}
            onType={(text) => {
              setAsked(null);
              review.type(field.name, text);
            }}
            onFocus={() => onFocus(field.name)}
            onLeave={() => {
              setAsked(null);
              // What somebody typed is what she says of it.
              if (!readOnly && review.isChanged(field) && review.textOf(field).trim() !== '') review.keep(field);
            }}
            onKeyDown={(event) => onKeyDown(event, field)}
            onTake={(text) => {
              review.type(field.name, text);
              inputs.current.get(field.name)?.focus();
            }}
            onAbsent={() => absent(field)}
          />
        ))}
    </ol>
  );
}
