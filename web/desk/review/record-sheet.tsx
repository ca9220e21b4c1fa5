import { Button } from '@mantine/core';
import type { EditableField } from '../../../server/domain/batch/correction.ts';
import { LEFT_AS_REGISTERED } from '../../../server/domain/batch/difference.ts';
import { fieldThatAnswers } from '../../../server/domain/finding/answered-findings.ts';
import { FINDING_CODES, type FindingCode } from '../../../server/domain/finding/finding.ts';
import { findingWords } from '../../../server/domain/finding/finding-text.ts';
import type { Language } from '../../../server/domain/words/language.ts';
import type { BatchDetail, BatchRecordDetail, RecordFinding } from '../../api/batch/batches.ts';
import { RecordMark, SeverityMark } from '../shell/batch/status-mark.tsx';
import { useWords } from '../shell/use-words.tsx';
import { DifferenceTable } from './difference/difference-table.tsx';
import { CorrectionTable } from './edit/correction-table.tsx';
import { fieldName } from './field-name.ts';
import { RawValues } from './raw-values.tsx';
import type { ReviewActions } from './review-actions.ts';

interface Props {
  readonly batch: BatchDetail;
  readonly record: BatchRecordDetail;
  /** Column of the file → what it holds. */
  readonly columns: Readonly<Record<string, string>>;
  readonly actions: ReviewActions;
  onCode(code: string): void;
  /** Opens the editor of a field, where it is to be put right by hand. */
  onEdit(field: EditableField): void;
  onExclude(): void;
}

/** What a person wrote, or the findings for which the program left it out, in words. */
function reasonOf(kept: string, language: Language): string {
  const codes = kept.split(', ');
  const isFinding = (code: string): code is FindingCode => (FINDING_CODES as readonly string[]).includes(code);
  return codes.every(isFinding) ? codes.map((code) => findingWords(code, language, {}).says).join(' ') : kept;
}

/** Left out because of what is registered: nobody takes it back in. */
const isKept = (reason: string | null): boolean => (LEFT_AS_REGISTERED as readonly (string | null)[]).includes(reason);

interface PutRightProps extends Pick<Props, 'record' | 'columns' | 'onEdit'> {
  readonly finding: RecordFinding;
}

/** The way to the editor of the field in which a finding is put right. */
function PutRight({ finding, record, columns, onEdit }: PutRightProps) {
  const { w } = useWords();
  const field = fieldThatAnswers(finding.code, columns[String(finding.detail.column)]);
  if (field === null || (field === 'ring' && record.geometryLegal?.type !== 'Polygon')) return null;
  return (
    <>
      {' '}
      <Button variant="default" data-edit={field} onClick={() => onEdit(field)}>
        {field === 'ring' ? w('sheet.editRing') : w('sheet.editField', { field: fieldName(field, w) })}
      </Button>
    </>
  );
}

/** One record: what was found, what was changed, what the file says beside what would be registered. */
export default function RecordSheet({ batch, record, columns, actions, onCode, onEdit, onExclude }: Props) {
  const { w, language } = useWords();
  const { candidate, recordNo } = record;
  const may = (step: 'correct' | 'exclude' | 'include') => batch.allowed.includes(step);
  const isOut = record.exclusionReason !== null;
  return (
    <article className="sheet" data-record={recordNo}>
      <h2>
        {w('sheet.record', { n: recordNo })}
        {candidate?.parcelNo && (
          <small> {w('sheet.parcel', { sheet: candidate.sheetNo ?? '?', no: candidate.parcelNo })}</small>
        )}
      </h2>
      <p>
        <RecordMark status={record.status} />
        {isOut && <> {w('sheet.excluded', { reason: reasonOf(record.exclusionReason ?? '', language) })}</>}
      </p>
      <div className="sheet-buttons">
        {may('correct') && (
          <Button variant="default" onClick={() => onEdit('parcelNo')} disabled={isOut}>
            {w('sheet.edit')}
          </Button>
        )}
        {may('correct') && record.geometryLegal?.type === 'Polygon' && (
          <Button variant="default" onClick={() => onEdit('ring')} disabled={isOut}>
            {w('sheet.editRing')}
          </Button>
        )}
        {isOut
          ? may('include') &&
            !isKept(record.exclusionReason) && (
              <Button variant="default" onClick={() => actions.include([recordNo])}>
                {w('sheet.include')}
              </Button>
            )
          : may('exclude') && (
              <Button variant="default" onClick={onExclude}>
                {w('sheet.exclude')}
              </Button>
            )}
      </div>
      <h3>{w('findings.title')}</h3>
      {record.findings.length === 0 ? (
        <p className="quiet">{w('sheet.noFinding')}</p>
      ) : (
        <ul className="record-findings">
          {record.findings.map((finding, index) => {
            const words = findingWords(finding.code, language, finding.detail, 'desk');
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a record may have the same code twice
              <li key={`${finding.code} ${index}`} data-settled={finding.settledBy !== null}>
                <SeverityMark severity={finding.severity} />{' '}
                <button type="button" className="link" onClick={() => onCode(finding.code)}>
                  {words.says}
                </button>{' '}
                {finding.settledBy === null ? words.wayOut : <em>{w('sheet.settled')}</em>}
                {finding.settledBy === null && may('correct') && !isOut && (
                  <PutRight finding={finding} record={record} columns={columns} onEdit={onEdit} />
                )}
              </li>
            );
          })}
        </ul>
      )}
      {record.corrections.length > 0 && (
        <>
          <h3>{w('corrections.title')}</h3>
          <CorrectionTable corrections={record.corrections} allowed={may('correct')} actions={actions} />
        </>
      )}
      {record.difference && <DifferenceTable record={record} difference={record.difference} />}
      <h3>{w('raw.title')}</h3>
      {record.masked && <p className="quiet">{w('raw.masked')}</p>}
      <RawValues record={record} columns={columns} />
    </article>
  );
}
