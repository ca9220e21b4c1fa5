import { type FocusEvent, type KeyboardEvent, type Ref, useId } from 'react';
import { DOCUMENT_FINDINGS } from '../../../server/domain/document/document-finding.ts';
import { formatShare } from '../../../server/domain/words/format-number.ts';
import type { DocumentField, DocumentPage } from '../../api/document/documents.ts';
import type { DeskWordKey } from '../../i18n/desk-words.ts';
import { useWords } from '../shell/use-words.tsx';
import { asOnPaper, standingOf } from './field-words.ts';
import { FieldCrop } from './page/field-crop.tsx';
import type { Box } from './page/view-of-box.ts';

const SHAPES = { confirmed: '✓', absent: '–', empty: '■', sure: '●', likely: '◐', doubtful: '▲' } as const;
const TONES = {
  confirmed: 'good',
  absent: 'quiet',
  empty: 'bad',
  sure: 'good',
  likely: 'waiting',
  doubtful: 'waiting',
} as const;

interface Props {
  readonly id: string;
  readonly field: DocumentField;
  readonly page: DocumentPage | undefined;
  readonly text: string;
  readonly trouble: string | null;
  readonly isOpen: boolean;
  readonly readOnly: boolean;
  readonly input: Ref<HTMLInputElement>;
  onType(text: string): void;
  onFocus(): void;
  /** The focus leaves the row. */
  onLeave(): void;
  onKeyDown(event: KeyboardEvent<HTMLInputElement>): void;
  /** Takes what one of the readers saw. */
  onTake(value: string): void;
  onAbsent(): void;
}

/** One field: what stands on the paper, what it is held to say, how surely; and, while it is in hand, what each reader saw. */
export function FieldRow(props: Props) {
  const { id, field, page, text, trouble, isOpen, readOnly, input } = props;
  const { w } = useWords();
  const own = useId();
  const standing = standingOf(field);
  const leave = (event: FocusEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) props.onLeave();
  };
  return (
    <li className="field" data-field={field.name} data-standing={standing} data-open={isOpen} onBlur={leave}>
      <div className="field-line">
        <div>
          <label htmlFor={own}>{w(`scan.field.${field.name}`)}</label>
          <span className="mark" id={`${own}-word`} data-tone={TONES[standing]}>
            <span aria-hidden="true">{SHAPES[standing]}</span> {w(`scan.is.${standing}`)}
          </span>
        </div>
        {page && field.box ? <FieldCrop id={id} page={page} box={field.box as Box} /> : <span className="field-crop" />}
        <input
          id={own}
          ref={input}
          type="text"
          autoComplete="off"
          spellCheck={false}
          maxLength={300}
          readOnly={readOnly}
          value={text}
          placeholder={standing === 'absent' ? w('scan.absentHint') : ''}
          aria-invalid={trouble !== null}
          aria-describedby={`${own}-word${isOpen ? ` ${own}-more` : ''}`}
          onChange={(event) => props.onType(event.currentTarget.value)}
          onFocus={(event) => {
            event.currentTarget.select();
            props.onFocus();
          }}
          onKeyDown={props.onKeyDown}
        />
      </div>
      {trouble && (
        <p className="field-trouble" role="alert">
          {trouble}
        </p>
      )}
      {isOpen && <More {...props} id={`${own}-more`} />}
    </li>
  );
}

function More({ id, field, readOnly, onTake, onAbsent, text }: Props & { readonly id: string }) {
  const { w, language } = useWords();
  return (
    <div className="field-more" id={id}>
      {field.findings.length > 0 && (
        <ul>
          {field.findings.map((code) => (
            <li key={code}>
              <span aria-hidden="true">▲</span> {DOCUMENT_FINDINGS[code][language]}
            </li>
          ))}
        </ul>
      )}
      <ol className="field-readings">
        {field.readings.map(({ reader, value, confidence, rule }, at) => {
          const shown = asOnPaper(field.name, value);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: what was read never changes its order
            <li key={at} data-reader={reader}>
              <span>{w(`reader.${reader}`)}</span> <strong>{shown}</strong>{' '}
              <small>
                {reader === 'print' && `${formatShare(confidence, language)} · `}
                {reader !== 'register' && w(`rule.${rule}` as DeskWordKey)}
              </small>
              {!readOnly && shown !== text && (
                <button type="button" className="land-small" onClick={() => onTake(shown)}>
                  {w('scan.take')} <kbd>Alt {at + 1}</kbd>
                </button>
              )}
            </li>
          );
        })}
        {!readOnly && field.state !== 'absent' && (
          <li>
            <button type="button" className="land-small" onClick={onAbsent}>
              {w('scan.absent')} <kbd>Alt 0</kbd>
            </button>
          </li>
        )}
      </ol>
    </div>
  );
}
