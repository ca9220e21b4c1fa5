import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { isBatch } from '../../../server/domain/batch/batch-state.ts';
import { RECORD_STATUSES } from '../../../server/domain/batch/import-report.ts';
import type { BatchDetail, BatchRecord, FindingGroup } from '../../api/batch/batches.ts';
import type { DeskWords } from '../../i18n/desk-words.ts';
import { StageLine } from '../shell/batch/stage-line.tsx';
import { useProgress } from '../shell/batch/use-progress.ts';
import { ListState, type Looked } from '../shell/list-state.tsx';
import { useWords } from '../shell/use-words.tsx';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/data-table.tsx';
import type { ServerList } from '../table/server-list.ts';
import { FindingList } from './finding-list.tsx';
import { ALL_RECORDS, type ReviewAddress, type ReviewView } from './review-address.ts';

interface Props {
  readonly batch: BatchDetail;
  readonly view: ReviewView;
  readonly groups: readonly FindingGroup[];
  readonly findings: Looked;
  readonly code: string | null;
  readonly status: string | null;
  readonly corrected: string | null;
  readonly ofRecord: readonly string[];
  readonly list: ServerList<BatchRecord>;
  readonly columns: readonly Column<BatchRecord>[];
  readonly recordNo: number | null;
  onChoose(change: Partial<ReviewAddress>): void;
  onExcludeAll(code: string): void;
  /** The open record is not among those that are listed. */
  onOutside(recordNo: number): void;
}

/** Why no record is listed: it is a remark on the file, or nothing has this finding any more. */
function emptyWords(code: string | null, group: FindingGroup | undefined, w: DeskWords): string {
  if (code === null) return w('records.empty');
  return w(group?.ofFile ? 'records.emptyCode' : 'records.noneLeft');
}

/** The first pane: findings by code, and the records they are of. */
export function RecordList(props: Props) {
  const { batch, view, groups, findings, code, status, corrected, ofRecord, list, columns, recordNo, onChoose } = props;
  const { w } = useWords();
  const progress = useProgress(batch.id);
  const [outside, setOutside] = useState<string | null>(null);
  if (isBatch(batch.status, 'unread')) {
    return (
      <div className="list-state" role="status">
        <p>{w('review.running')}</p>
        {progress && <StageLine progress={progress} />}
      </div>
    );
  }
  const group = groups.find((one) => one.code === code);
  const mayExcludeAll = group && !group.ofFile && group.open > 0 && batch.allowed.includes('exclude');
  const isEmpty = list.total === 0 && list.text === '' && status === null && corrected === null && !list.isPending;
  const showAll = () => {
    list.onText('');
    onChoose(ALL_RECORDS);
  };
  const title = view === 'proposal' ? w('proposal.sampleTitle') : w('records.title');
  return (
    <>
      {view !== 'proposal' && (
        <>
          <h2>{w('findings.title')}</h2>
          <ListState of={findings} empty={null}>
            <FindingList
              groups={groups}
              code={code}
              ofRecord={ofRecord}
              onChoose={(next) => onChoose({ code: next, record: null })}
            />
          </ListState>
        </>
      )}
      <h2>{title}</h2>
      {outside !== null && (
        <p className="list-outside" role="status">
          {w('records.outside', { n: outside })}{' '}
          <button type="button" className="link" onClick={showAll}>
            {w('records.showAll')}
          </button>
        </p>
      )}
      {corrected !== null && (
        <p className="list-outside">
          {w(corrected === 'hand' ? 'records.onlyByHand' : 'records.onlyCorrected')}{' '}
          <button type="button" className="link" onClick={showAll}>
            {w('records.showAll')}
          </button>
        </p>
      )}
      <ListState
        of={list}
        empty={isEmpty ? emptyWords(code, group, w) : null}
        emptyAction={
          code !== null && (
            <p className="sheet-buttons">
              <Button variant="default" onClick={showAll}>
                {w('records.seeAll')}
              </Button>
              {batch.counts.ignored > 0 && (
                <Button variant="default" onClick={() => onChoose({ ...ALL_RECORDS, status: 'ignored' })}>
                  {w('records.seeExcluded', { n: batch.counts.ignored })}
                </Button>
              )}
            </p>
          )
        }
      >
        <DataTable
          name="records"
          caption={title}
          columns={columns}
          list={list}
          idOf={(record) => String(record.recordNo)}
          selected={recordNo === null ? null : String(recordNo)}
          onSelect={(record) => onChoose({ record: record.recordNo })}
          onOutside={(id) => {
            setOutside(view === 'proposal' ? null : id);
            if (id !== null) props.onOutside(Number(id));
          }}
          onOpen={() => document.querySelector<HTMLElement>('.pane-sheet button')?.focus()}
          fileName={`${batch.sourceName.replace(/\.\w+$/, '')}-records`}
          tools={
            <>
              {view !== 'proposal' && (
                <NativeSelect
                  size="xs"
                  aria-label={w('column.status')}
                  value={status ?? ''}
                  onChange={(event) => onChoose({ status: event.currentTarget.value || null, record: null })}
                  data={[
                    { value: '', label: w('records.anyStatus') },
                    ...RECORD_STATUSES.map((name) => ({ value: name, label: w(`record.${name}`) })),
                  ]}
                />
              )}
              {mayExcludeAll && (
                <Button variant="default" onClick={() => props.onExcludeAll(group.code)}>
                  {w('records.excludeAll', { n: group.openRecords })}
                </Button>
              )}
            </>
          }
        />
      </ListState>
    </>
  );
}
