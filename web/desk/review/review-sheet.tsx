import type { UseQueryResult } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import type { EditableField } from '../../../server/domain/batch/correction.ts';
import type { Edit } from '../../../server/domain/batch/edit.ts';
import type {
  BatchDetail,
  BatchProposal,
  BatchRecordDetail,
  BatchReport,
  FindingGroup,
} from '../../api/batch/batches.ts';
import { ListState } from '../shell/list-state.tsx';
import { useWords } from '../shell/use-words.tsx';
import type { RingDrawing } from './edit/use-ring-drawing.ts';
import { FileSheet } from './file-sheet.tsx';
import type { ReviewActions } from './review-actions.ts';
import type { ReviewView } from './review-address.ts';

const HistorySheet = lazy(() => import('./history/history-sheet.tsx'));
const ProposalSheet = lazy(() => import('./proposal-sheet.tsx'));
const RecordSheet = lazy(() => import('./record-sheet.tsx'));
const RingSheet = lazy(() => import('./edit/ring-sheet.tsx'));

interface Props {
  readonly batch: BatchDetail;
  readonly view: ReviewView;
  readonly recordNo: number | null;
  readonly record: UseQueryResult<BatchRecordDetail>;
  readonly report: UseQueryResult<BatchReport>;
  readonly proposal: UseQueryResult<BatchProposal>;
  readonly groups: readonly FindingGroup[];
  readonly actions: ReviewActions;
  readonly shows: 'before' | 'after';
  onShow(shows: 'before' | 'after'): void;
  onCode(code: string): void;
  /** The boundary of the open record while somebody draws it. */
  readonly drawing: RingDrawing | null;
  onEdit(field: EditableField): void;
  onSaveRing(edit: Edit): void;
  onExclude(): void;
  onNext(batchId: string): void;
}

/** The third pane: the record that is open, else what the view is about. */
export function ReviewSheet(props: Props) {
  const { batch, view, recordNo, record, report, proposal, groups, actions } = props;
  const { w } = useWords();
  const loading = <p className="list-state">{w('state.loading')}</p>;
  if (recordNo !== null) {
    return (
      <ListState of={record} empty={null}>
        {record.data && props.drawing && (
          <Suspense fallback={loading}>
            <RingSheet key={recordNo} record={record.data} drawing={props.drawing} onSave={props.onSaveRing} />
          </Suspense>
        )}
        {record.data && !props.drawing && (
          <Suspense fallback={loading}>
            <RecordSheet
              batch={batch}
              record={record.data}
              columns={report.data?.columns ?? {}}
              actions={actions}
              onCode={props.onCode}
              onEdit={props.onEdit}
              onExclude={props.onExclude}
            />
          </Suspense>
        )}
      </ListState>
    );
  }
  if (view === 'proposal') {
    return (
      <ListState of={proposal} empty={null}>
        {proposal.data && (
          <Suspense fallback={loading}>
            <ProposalSheet batchId={batch.id} proposal={proposal.data} shows={props.shows} onShow={props.onShow} />
          </Suspense>
        )}
      </ListState>
    );
  }
  if (view === 'history') {
    return (
      <Suspense fallback={loading}>
        <HistorySheet key={batch.id} batch={batch} />
      </Suspense>
    );
  }
  return (
    <>
      <FileSheet
        key={batch.id}
        batch={batch}
        report={report.data}
        groups={groups}
        onCode={props.onCode}
        onOverride={(options) => void actions.override(options, props.onNext).catch(reportError)}
      />
      {view === 'review' && <p className="quiet sheet-hint">{w('review.chooseRecord')}</p>}
    </>
  );
}
