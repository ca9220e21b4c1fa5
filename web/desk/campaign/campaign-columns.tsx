import { Link } from 'react-router';
import { formatMoment } from '../../../server/domain/words/format-day.ts';
import { formatNumber } from '../../../server/domain/words/format-number.ts';
import type { Language } from '../../../server/domain/words/language.ts';
import type { CampaignRow } from '../../api/batch/batches.ts';
import type { DeskWords } from '../../i18n/desk-words.ts';
import { ageInDays } from '../shell/batch/age.ts';
import { sheetName } from '../shell/batch/batch-title.ts';
import { BatchMark } from '../shell/batch/status-mark.tsx';
import { staffName } from '../shell/session/staff-name.ts';
import type { Column } from '../table/column.ts';

/** Columns of the campaign: a sheet a row. Counts are of records, and of findings that nobody has answered. */
export function campaignColumns(w: DeskWords, language: Language): Column<CampaignRow>[] {
  const number = (id: string, header: string, value: (row: CampaignRow) => number, hidden = false) => ({
    id,
    header,
    value,
    hidden,
    sort: id === 'age' ? 'created' : id,
    flipped: id === 'age',
    numeric: true,
    cell: (row: CampaignRow) => formatNumber(value(row), language, 0),
  });
  return [
    { id: 'commune', header: w('column.commune'), value: ({ batch }) => batch.commune?.name ?? null, sort: 'commune' },
    {
      id: 'sheet',
      header: w('column.sheet'),
      value: ({ sheet, batch }) => sheet && (batch.formerUnit ? `${sheet} (${batch.formerUnit.name})` : sheet),
      sort: 'sheet',
      cell: ({ sheet, batch }) => (
        <Link to={`/desk/batches/${batch.id}`} tabIndex={-1}>
          {sheet ? sheetName(sheet, batch, w) : batch.sourceName}
        </Link>
      ),
    },
    {
      id: 'status',
      header: w('column.status'),
      value: ({ batch }) => w(`status.${batch.status}`),
      sort: 'status',
      cell: ({ batch }) => <BatchMark status={batch.status} />,
    },
    number('errors', w('column.errors'), ({ batch }) => batch.open.errors),
    number('warnings', w('column.warnings'), ({ batch }) => batch.open.warnings),
    number('records', w('column.records'), ({ batch }) => batch.counts.read),
    number('age', w('column.age'), ({ batch }) => ageInDays(batch.createdAt)),
    { id: 'owner', header: w('column.owner'), value: ({ batch }) => staffName(batch.owner, w), sort: 'owner' },
    {
      id: 'proposedBy',
      header: w('column.proposedBy'),
      value: ({ batch }) => (batch.proposedBy ? staffName(batch.proposedBy, w) : null),
      sort: 'proposedBy',
    },
    { id: 'file', header: w('column.file'), value: ({ batch }) => batch.sourceName, hidden: true, sort: 'file' },
    number('others', w('column.others'), ({ others }) => others, true),
    {
      id: 'changed',
      header: w('column.changed'),
      value: ({ batch }) => batch.changedAt,
      kind: 'moment',
      sort: 'changed',
      cell: ({ batch }) => formatMoment(batch.changedAt, language),
    },
  ];
}
