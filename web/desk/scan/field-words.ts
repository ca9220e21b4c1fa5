/** Fields of a document as people read and type them: in the form that stands on the paper. Pure. */
import type { FieldName } from '../../../server/domain/document/document.ts';
import { formatDay } from '../../../server/domain/words/format-day.ts';
import { formatNumber } from '../../../server/domain/words/format-number.ts';
import type { DocumentField } from '../../api/document/documents.ts';

/** Vietnamese papers are typed as they are printed, whatever the language of the desk: 1.234,5 and 31/12/2025. */
export function asOnPaper(name: FieldName, value: string | null): string {
  if (value === null) return '';
  if (name === 'areaM2') return formatNumber(Number(value), 'vi', 2);
  if (name === 'issuedOn') return formatDay(value, 'vi');
  return value;
}

/** How much a field asks of who reviews it. */
export type Standing = 'confirmed' | 'absent' | 'empty' | 'sure' | 'likely' | 'doubtful';

/** From this on a value that is not sure is still likely. */
const LIKELY = 0.8;

export function standingOf({ state, value, sure, confidence, findings }: DocumentField): Standing {
  if (state !== 'read') return state;
  if (value === null) return 'empty';
  if (sure) return 'sure';
  return findings.length === 0 && confidence >= LIKELY ? 'likely' : 'doubtful';
}

const ORDER: readonly Standing[] = ['empty', 'doubtful', 'likely', 'sure', 'absent', 'confirmed'];

/** The order in which fields are gone through: what is in doubt first, else as on the paper. */
export const orderOf = (fields: readonly DocumentField[]): FieldName[] =>
  fields
    .map((field, at) => ({ name: field.name, at, rank: ORDER.indexOf(standingOf(field)) }))
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
    .map(({ name }) => name);

/** The next field that waits for a person, beginning again at the top; null where none does. */
export function nextOpen(order: readonly FieldName[], fields: readonly DocumentField[], after: FieldName | null) {
  const at = after === null ? -1 : order.indexOf(after);
  const isOpen = (name: FieldName) => fields.find((field) => field.name === name)?.state === 'read';
  return [...order.slice(at + 1), ...order.slice(0, Math.max(0, at))].find(isOpen) ?? null;
}
