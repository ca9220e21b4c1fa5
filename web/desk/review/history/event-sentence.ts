import { OFFICER_RULE } from '../../../../server/domain/batch/correction.ts';
import { workErrorText } from '../../../../server/domain/batch/work-error.ts';
import { FINDING_CODES, type FindingCode } from '../../../../server/domain/finding/finding.ts';
import { findingWords } from '../../../../server/domain/finding/finding-text.ts';
import { formatNumber } from '../../../../server/domain/words/format-number.ts';
import type { Language } from '../../../../server/domain/words/language.ts';
import type { DeskWordKey, DeskWords } from '../../../i18n/desk-words.ts';
import { staffName } from '../../shell/session/staff-name.ts';
import { fieldName } from '../field-name.ts';
import type { EventLine } from './fold-events.ts';

const isCode = (code: string | null): code is FindingCode =>
  (FINDING_CODES as readonly (string | null)[]).includes(code);

/** The form of the sentence: by which road it came, tried or given up. */
function keyOf({ act, how, attempt }: EventLine): DeskWordKey {
  if (act === 'received') return `history.received.${how ?? 'desk'}`;
  if (act === 'attempt_failed') return attempt === null ? 'history.given_up' : 'history.attempt_failed';
  return `history.${act}`;
}

/** What happened, as a sentence with its person. */
export function eventSentence(line: EventLine, w: DeskWords, language: Language): string {
  const n = (value: number) => formatNumber(value, language, 0);
  return w(keyOf(line), {
    who: staffName(line.by, w),
    n: n(line.count ?? 0),
    field: line.field === null ? '' : fieldName(line.field, w),
    file: line.sourceName ?? '',
  });
}

/** By what records were chosen, or why it failed; null where there is nothing to say. */
export function eventCause({ act, code, rule, error }: EventLine, w: DeskWords, language: Language): string | null {
  if (error !== null) return workErrorText(error, language);
  if (rule === OFFICER_RULE) return act === 'record_edited' ? null : w('history.byHand');
  const name = code ?? rule;
  return isCode(name) ? findingWords(name, language).says : name;
}
