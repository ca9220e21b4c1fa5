import { Link } from 'react-router';
import { findingWords } from '../../../../server/domain/finding/finding-text.ts';
import { formatMoment } from '../../../../server/domain/words/format-day.ts';
import { formatNumber } from '../../../../server/domain/words/format-number.ts';
import type { Language } from '../../../../server/domain/words/language.ts';
import type { BatchSummary } from '../../../api/batch/batches.ts';
import type { DeskWords } from '../../../i18n/desk-words.ts';
import type { Column } from '../../table/column.ts';
import { staffName } from '../session/staff-name.ts';
import { ageInDays } from './age.ts';
import { batchTitle } from './batch-title.ts';
import { BatchMark } from './status-mark.tsx';

/** Columns of a list of batches. Counts are of records, and of findings that nobody has answered. */
export function batchColumns(
  w: DeskWords,
  language: Language,
  place: 'queue' | 'refused' | 'all',
): Column<BatchSummary>[] {
  const count = (value: number) => formatNumber(value, language, 0);
  const number = (id: string, header: string, value: (batch: BatchSummary) => number, hidden = false) => ({
    id,
    header,
    value,
    hidden,
    sort: id === 'age' ? 'created' : id,
    flipped: id === 'age',
    numeric: true,
    cell: (batch: BatchSummary) => count(value(batch)),
  });
  return [
    {
      id: 'batch',
      header: w('column.batch'),
      value: (batch) => batchTitle(batch, w),
      sort: 'title',
      cell: (batch) => (
        <Link to={`/desk/batches/${batch.id}`} tabIndex={-1}>
          {batchTitle(batch, w)}
        </Link>
      ),
    },
    {
      id: 'status',
      header: w('column.status'),
      value: ({ status }) => w(`status.${status}`),
      sort: 'status',
      cell: ({ status }) => <BatchMark status={status} />,
      hidden: place !== 'all',
    },
    {
      id: 'refusal',
      header: w('column.refusal'),
      value: ({ refusal }) => (refusal ? findingWords(refusal.code, language, refusal.detail, 'desk').says : null),
      hidden: place !== 'refused',
    },
    // Of a file that was refused nothing was read that could be counted.
    number('errors', w('column.errors'), ({ open }) => open.errors, place === 'refused'),
    number('warnings', w('column.warnings'), ({ open }) => open.warnings, place === 'refused'),
    number('records', w('column.records'), ({ counts }) => counts.read, place === 'refused'),
    number('age', w('column.age'), ({ createdAt }) => ageInDays(createdAt)),
    { id: 'owner', header: w('column.owner'), value: ({ owner }) => staffName(owner, w), sort: 'owner' },
    { id: 'file', header: w('column.file'), value: ({ sourceName }) => sourceName, hidden: true, sort: 'file' },
    number('blocked', w('column.blocked'), ({ counts }) => counts.blocked, true),
    number('refused', w('column.refused'), ({ counts }) => counts.refused, true),
    number('ignored', w('column.ignored'), ({ counts }) => counts.ignored, true),
    {
      id: 'created',
      header: w('column.created'),
      value: ({ createdAt }) => createdAt,
      kind: 'moment',
      sort: 'created',
      cell: ({ createdAt }) => formatMoment(createdAt, language),
      hidden: true,
    },
    {
      id: 'changed',
      header: w('column.changed'),
      value: ({ changedAt }) => changedAt,
      kind: 'moment',
      sort: 'changed',
      cell: ({ changedAt }) => formatMoment(changedAt, language),
      hidden: true,
    },
    {
      id: 'proposedBy',
      header: w('column.proposedBy'),
      value: ({ proposedBy }) => (proposedBy ? staffName(proposedBy, w) : null),
      sort: 'proposedBy',
      hidden: true,
    },
  ];
}
