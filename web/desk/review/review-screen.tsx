import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { isBatch } from '../../../server/domain/batch/batch-state.ts';
import { PERSON_ROLES } from '../../../server/domain/batch/batch-step.ts';
import type { EditableField } from '../../../server/domain/batch/correction.ts';
import { stagingTiles } from '../../api/batch/batches.ts';
import { boxAround } from '../../map/box-around.ts';
import type { Extent } from '../../map/map-context.ts';
import { batchTitle } from '../shell/batch/batch-title.ts';
import { BatchMark } from '../shell/batch/status-mark.tsx';
import { useBatch } from '../shell/batch/use-batch.ts';
import { ListState } from '../shell/list-state.tsx';
import { Panes } from '../shell/panes.tsx';
import { useHasRole } from '../shell/session/use-me.tsx';
import { useWords } from '../shell/use-words.tsx';
import { registeredBoundary } from './difference/registered-boundary.ts';
import { isTyped, type TypedField } from './edit/typed-field.ts';
import { useRingDrawing } from './edit/use-ring-drawing.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { recordColumns } from './record-columns.tsx';
import { RecordList } from './record-list.tsx';
import { reviewActions } from './review-actions.ts';
import { ALL_RECORDS, useReviewAddress, VIEWS } from './review-address.ts';
import { ReviewSheet } from './review-sheet.tsx';
import { StepBar } from './step-bar.tsx';
import { useDisputed, useLand } from './use-land.ts';
import { findOpen, useFindings, useProposal, useRecord, useRecordList, useReport } from './use-review.ts';
import { useReviewKeys } from './use-review-keys.ts';
import { useStep } from './use-step.ts';

const EditDialog = lazy(() => import('./edit/edit-dialog.tsx'));
const MapPane = lazy(() => import('../shell/map-pane.tsx'));
/** As many as one page of the list holds. */
const CODE_ROWS = 100;

/** One batch under review: findings and records, map, and the sheet of what is open. Each click moves the other two. */
export default function ReviewScreen() {
  const { id = '' } = useParams();
  const { w, language } = useWords();
  const navigate = useNavigate();
  const batchQuery = useBatch(id);
  const batch = batchQuery.data;
  const isProposed = batch !== undefined && isBatch(batch.status, 'proposed');
  const isApprover = useHasRole('approver');
  const persons = useHasRole(...PERSON_ROLES);
  const { address, go } = useReviewAddress(isProposed && isApprover ? 'proposal' : 'review');
  const { view, code, status, corrected, record: recordNo } = address;
  const isRead = batch !== undefined && !isBatch(batch.status, 'unread');
  const findings = useFindings(id);
  const report = useReport(id, isRead);
  const hasProposal = batch !== undefined && (isProposed || isBatch(batch.status, 'wasRegistered'));
  const proposal = useProposal(id, hasProposal);
  const asked = useMemo(
    () =>
      view === 'proposal'
        ? { sample: true }
        : { code: code ?? undefined, status: status ?? undefined, corrected: corrected ?? undefined },
    [view, code, status, corrected],
  );
  const list = useRecordList(id, asked);
  const recordQuery = useRecord(id, recordNo);
  const { take, busy } = useStep(batch);
  const actions = useMemo(() => reviewActions(take, w), [take, w]);
  const [excluding, setExcluding] = useState<readonly number[] | string | null>(null);
  const [editing, setEditing] = useState<TypedField | null>(null);
  const [shows, setShows] = useState<'before' | 'after'>('after');
  /** The record that was picked on the map, which then stays where it is. */
  const pickedOnMap = useRef<number | null>(null);

  const groups = findings.data?.groups ?? [];
  const at = recordNo === null ? undefined : list.indexOf(String(recordNo));
  const listed = at === undefined ? undefined : list.rowAt(at);
  const open = recordQuery.data ?? null;
  const { drawing, begin } = useRingDrawing(id, open);
  const edit = (field: EditableField) => (isTyped(field) ? setEditing(field) : begin());
  const ofRecord = useMemo(() => (open?.findings ?? []).map((finding) => finding.code as string), [open]);
  const columns = useMemo(() => recordColumns(w, language, persons), [w, language, persons]);

  const overlaps = useDisputed({ batch, code, recordNo, ofRecord });
  const registered = useMemo(() => registeredBoundary(open), [open]);
  const land = useLand(batch, proposal.data, view === 'proposal' ? shows : null);
  const recordBox = overlaps.box ?? ((listed?.bbox ?? open?.bbox ?? null) as Extent | null);
  // Where not all records of a finding are here, what is here is not the place of all of them.
  const codeRows =
    code === null || list.total > CODE_ROWS ? [] : Array.from({ length: list.total }, (_, i) => list.rowAt(i));
  const codeBox = codeRows.includes(undefined)
    ? null
    : boxAround(codeRows.map((row) => (row?.bbox ?? null) as Extent | null));
  const box =
    recordNo === null ? (overlaps.box ?? codeBox ?? (batch?.bbox as Extent | null | undefined) ?? null) : recordBox;
  const boxKey = recordNo !== null && pickedOnMap.current === recordNo ? 'stay' : (box?.join() ?? '');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same box again is no wish to go there again
  const focus = useMemo(() => (boxKey === 'stay' ? null : box), [boxKey]);

  // Opened before, the map would go to the batch first and ask for tiles that nobody looks at.
  const knowsPlace =
    !overlaps.isPending &&
    !land.isPending &&
    !(hasProposal && proposal.isPending) &&
    !(recordNo === null ? code !== null && list.isPending : recordQuery.isPending);

  useReviewKeys({
    recordNo,
    findOpen: (from, way) => findOpen(id, asked, from, way),
    choose: (next) => go({ record: next }),
    edit: () => setEditing(batch?.allowed.includes('correct') && open ? 'parcelNo' : null),
    exclude: () => recordNo !== null && batch?.allowed.includes('exclude') && setExcluding([recordNo]),
  });

  if (!batch) {
    return (
      <div className="screen">
        <ListState of={batchQuery} empty={null}>
          <span />
        </ListState>
      </div>
    );
  }
  const selected = recordNo === null ? [] : [String(recordNo)];
  return (
    <div className="review" data-view={view}>
      <header className="review-head">
        <h1>{batchTitle(batch, w)}</h1>
        <BatchMark status={batch.status} />
        <nav className="views" aria-label={w('review.views')}>
          {VIEWS.filter((name) => name !== 'proposal' || hasProposal).map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={view === name}
              onClick={() => go({ view: name, record: null, ...ALL_RECORDS })}
            >
              {w(`view.${name}`)}
            </button>
          ))}
        </nav>
        <StepBar batch={batch} take={take} busy={busy} />
      </header>
      <Panes
        name="review"
        list={
          <RecordList
            batch={batch}
            view={view}
            groups={groups}
            findings={findings}
            code={code}
            status={status}
            corrected={corrected}
            ofRecord={ofRecord}
            list={list}
            columns={columns}
            recordNo={recordNo}
            onChoose={(change) => go(change)}
            onOutside={(outside) => {
              // What was picked on the map is wanted in the list too, whatever it was narrowed to.
              if (pickedOnMap.current !== outside || view === 'proposal') return;
              list.onText('');
              go(ALL_RECORDS);
            }}
            onExcludeAll={(which) => setExcluding(which)}
          />
        }
        map={
          <Suspense fallback={<p className="list-state">{w('state.loading')}</p>}>
            <MapPane
              records={land.isShown ? stagingTiles(batch.id, batch.version) : null}
              without={land.without}
              recordNumbers={land.recordNumbers}
              disputed={overlaps.disputed}
              plan={registered}
              ready={knowsPlace}
              selected={selected}
              emphasis={code}
              ground={batch.bbox as Extent | null}
              focus={focus}
              ring={drawing?.sketch ?? null}
              onRing={(rings) => drawing?.change({ ...drawing.draft, rings })}
              onRecord={(picked) => {
                pickedOnMap.current = picked?.recordNo ?? null;
                go({ record: picked?.recordNo ?? null });
              }}
            />
          </Suspense>
        }
        sheet={
          <ReviewSheet
            batch={batch}
            view={view}
            recordNo={recordNo}
            record={recordQuery}
            report={report}
            proposal={proposal}
            groups={groups}
            actions={actions}
            shows={shows}
            onShow={setShows}
            onCode={(next) => go({ code: next, view: 'review' })}
            drawing={drawing}
            onEdit={edit}
            onSaveRing={(made) =>
              open &&
              void actions
                .edit(open.recordNo, made)
                .then((done) => done && drawing?.stop())
                .catch(reportError)
            }
            onExclude={() => recordNo !== null && setExcluding([recordNo])}
            onNext={(next) => void navigate(`/desk/batches/${next}`)}
          />
        }
      />
      <ReasonDialog
        title={excluding === null ? null : w('exclude.title')}
        text={
          typeof excluding === 'string'
            ? w('exclude.aboutAll', { n: groups.find((group) => group.code === excluding)?.openRecords ?? 0 })
            : w('exclude.about')
        }
        confirm={w('sheet.exclude')}
        required
        onClose={() => setExcluding(null)}
        onConfirm={(reason) => {
          const which = excluding;
          setExcluding(null);
          if (typeof which === 'string') void actions.excludeAll(which, reason).catch(reportError);
          else if (which) void actions.exclude(which, reason).catch(reportError);
        }}
      />
      {editing && (
        <Suspense fallback={null}>
          <EditDialog
            record={open}
            field={editing}
            onClose={() => setEditing(null)}
            onEdit={(made) => {
              setEditing(null);
              if (open) void actions.edit(open.recordNo, made).catch(reportError);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
