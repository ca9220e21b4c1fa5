import { Button } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { DealingDraft } from '../../../../server/domain/contract/dealing/dealing-draft.ts';
import { stops } from '../../../../server/domain/dealing/verdict.ts';
import { formatAreaColumn, formatFixed } from '../../../../server/domain/words/format-number.ts';
import type { ParcelDetail, ParcelNeighbours } from '../../../api/parcels.ts';
import type { DeskWordKey } from '../../../i18n/desk-words.ts';
import { boxOfRings } from '../../parcel/box-of-rings.ts';
import { ListState } from '../../shell/list-state.tsx';
import { useWords } from '../../shell/use-words.tsx';
import { BasisFields, withBasis } from '../form/basis-fields.tsx';
import { type EntryTyped, NOT_LATE, sayEntry } from '../form/late-entry.ts';
import { LateEntryFields } from '../form/late-entry-fields.tsx';
import { useLodge } from '../form/use-lodge.ts';
import { usePreview } from '../form/use-preview.ts';
import { VerdictList } from '../form/verdict-list.tsx';
import { LandTable } from '../land-table.tsx';
import { cuttingLines, type DrawAction, type Lines } from '../split/draw-history.ts';
import { type Ghost, ParallelForm } from '../split/parallel-form.tsx';
import { planOfCut } from '../split/plan-of-cut.ts';
import { PointTable } from '../split/point-table.tsx';
import type { Caught } from '../split/snap.ts';
import { SplitTools } from '../split/split-tools.tsx';
import { TypedPointsForm } from '../split/typed-points-form.tsx';
import { useCut } from '../split/use-cut.ts';
import { type AreasTyped, areasOf, sayAreas, sharers } from './legal-areas.ts';
import { LegalAreasFields } from './legal-areas-fields.tsx';

const MapPane = lazy(() => import('../../shell/map-pane.tsx'));

/** Kinds whose lines are drawn. */
export type DrawnKind = 'split' | 'boundary_adjustment' | 'resurvey';

interface Props {
  readonly kind: DrawnKind;
  readonly title: string;
  /** The parcel that it begins with; its system is that of what is drawn. */
  readonly parcel: ParcelDetail;
  readonly neighbours: ParcelNeighbours['items'];
  /** The draft that it follows in one file; left out where it begins one. */
  readonly follows?: string | null;
  /** What the dealing is about. */
  readonly targets: readonly ParcelDetail[];
  /** What the lines say; null while something is missing. */
  say(lines: Lines): Readonly<Record<string, unknown>> | null;
  /** What is to be done next, while nothing can be judged. */
  how(lines: Lines): DeskWordKey;
  /** Above what comes of it, and below. */
  readonly before?: ReactNode;
  after?(act: (action: DrawAction) => void): ReactNode;
}

/** Lines drawn on land: map and numbers side by side, judged by the server while they are drawn. */
export function DrawEditor(props: Props) {
  const { kind, title, parcel, neighbours, follows = null, targets, say, how, before, after } = props;
  const { w, language } = useWords();
  const navigate = useNavigate();
  const { history, act, pointer, wasKept, onCorner, onPointer, forget } = useCut(parcel, neighbours, kind);
  const { send, busy } = useLodge(forget);
  const [chosen, setChosen] = useState<string | null>(null);
  const [basis, setBasis] = useState<readonly string[]>([]);
  const [entry, setEntry] = useState<EntryTyped>(NOT_LATE);
  const [given, setGiven] = useState<AreasTyped | null>(null);
  const [ghost, setGhost] = useState<Ghost | null>(null);
  const { lines, open } = history.now;
  const { srid } = parcel.geometryLegal;
  const { id } = parcel;
  const cutting = useMemo(() => cuttingLines(lines), [lines]);
  const said = JSON.stringify(say(cutting));
  const named = JSON.stringify(targets.map((one) => ({ parcelId: one.id, version: one.version })));
  const { entered, missing } = useMemo(() => sayEntry(entry), [entry]);
  const typed = given?.of === said ? given : null;
  const areas = useMemo(() => (typed === null ? null : sayAreas(typed)), [typed]);
  const draft = useMemo<DealingDraft | null>(
    () =>
      said === 'null'
        ? null
        : {
            kind,
            targets: JSON.parse(named),
            payload: { ...JSON.parse(said), ...areas },
            ...(entered ? { entered } : {}),
            ...(follows === null ? {} : { after: follows }),
          },
    [kind, named, said, areas, entered, follows],
  );
  const preview = usePreview(draft);
  const parts = preview.data?.raises ?? [];
  const caughtWords = (caught: Caught) =>
    w('split.catches', { what: w(`split.catch.${caught.kind}`), name: caught.name });
  const plan = planOfCut(
    { parcel, neighbours, lines, open, pointer, parts, chosen, ghost },
    {
      parcel: (number) => w('split.ofParcel', { no: number }),
      line: (n) => w('split.ofLine', { n }),
      caught: (caught) => `${w(`split.catch.${caught.kind}`)} · ${caught.name}`,
      area: ({ legalAreaM2, areaM2 }) => formatAreaColumn(legalAreaM2 ?? areaM2, language),
      length: (metres) => `${formatFixed(metres, language, 2)} m`,
    },
  );
  const box = boxOfRings(targets.map(({ geometry }) => geometry.coordinates));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same box again is no wish to go there again
  const focus = useMemo(() => box, [box?.join()]);
  // The parts lie where the parcel is drawn by the tiles: its number would stand among theirs.
  const hasParts = parts.length > 0;
  const covered = useMemo<readonly string[]>(
    () => (hasParts ? (JSON.parse(named) as { parcelId: string }[]).map(({ parcelId }) => parcelId) : []),
    [hasParts, named],
  );
  const standing = parcel.operations.find((one) => one.kind === kind);
  const verdicts = draft === null ? (standing?.verdicts ?? []) : (preview.data?.verdicts ?? []);
  const isSaid = missing.length === 0 && (typed === null || areas !== null);
  const ready = draft !== null && isSaid && preview.isOf && parts.length > 0 && !stops(verdicts);
  const lodge = (lodges: boolean) => {
    if (draft && ready) void send(withBasis(draft, basis), lodges).catch(reportError);
  };
  // What follows is lodged with the first of its file.
  const back = follows === null ? `/desk/parcels/${id}` : `/desk/dealings/${follows}`;
  const discard = () => {
    forget();
    void navigate(back);
  };
  return (
    <div className="land-screen">
      <header className="land-head">
        <div>
          <h1>{title}</h1>
          <p className="land-under">
            <Link to={back}>{w(follows === null ? 'form.back' : 'dealfile.back')}</Link> ·{' '}
            <span>{w('split.system', { srid })}</span>
          </p>
        </div>
        <div className="step-bar">
          <Button variant="default" disabled={busy} onClick={discard}>
            {w('split.discard')}
          </Button>
          {follows === null && (
            <Button variant="default" disabled={!ready || busy} onClick={() => lodge(false)}>
              {w('form.draft')}
            </Button>
          )}
          <Button className="primary" disabled={!ready} loading={busy} onClick={() => lodge(follows === null)}>
            {w(follows === null ? 'form.lodge' : 'dealfile.add')}
          </Button>
        </div>
      </header>
      <div className="land-body">
        <section className="pane pane-map" data-pane="map" aria-label={w('pane.map')} tabIndex={-1}>
          <Suspense fallback={<p className="list-state">{w('state.loading')}</p>}>
            <MapPane
              records={null}
              focus={focus}
              near
              without={covered}
              plan={plan}
              onCorner={onCorner}
              onPointer={onPointer}
              onFinish={() => act({ do: 'finish' })}
            />
          </Suspense>
          <SplitTools history={history} act={act} />
        </section>
        <section className="pane pane-sheet sheet" data-pane="sheet" aria-label={w('pane.sheet')} tabIndex={-1}>
          {before}
          <section className="land-part" data-part="pieces" data-ready={ready}>
            <h2>{w(kind === 'split' ? 'split.pieces' : 'dealing.land')}</h2>
            {draft === null ? (
              <p className="quiet">{w(how(lines))}</p>
            ) : (
              <ListState of={preview} empty={null}>
                {parts.length > 0 && (
                  <LandTable
                    raises={parts}
                    {...(kind === 'split' ? { parent: parcel } : {})}
                    chosen={chosen}
                    onChoose={setChosen}
                  />
                )}
              </ListState>
            )}
            {kind !== 'resurvey' && sharers(parts).length > 1 && (
              <LegalAreasFields
                raises={parts}
                typed={typed}
                change={setGiven}
                onBegin={preview.isOf ? () => setGiven(areasOf(said, parts, language)) : null}
              />
            )}
            <div aria-live="polite">
              <VerdictList verdicts={verdicts} />
            </div>
          </section>
          <section className="land-part" data-part="points">
            <h2>{w(kind === 'split' ? 'split.points' : 'boundary.points')}</h2>
            {lines.length === 0 ? (
              <p className="quiet">{w('split.noLines')}</p>
            ) : (
              <PointTable lines={lines} act={act} />
            )}
            <TypedPointsForm parcel={parcel} act={act} />
            {kind === 'split' && <ParallelForm parcel={parcel} act={act} onGhost={setGhost} />}
          </section>
          {after?.(act)}
          <BasisFields parcelId={parcel.id} chosen={basis} change={setBasis} />
          {follows === null && (
            <LateEntryFields typed={entry} change={(part) => setEntry((was) => ({ ...was, ...part }))} />
          )}
        </section>
      </div>
      <footer className="land-foot">
        <span>{pointer?.caught ? caughtWords(pointer.caught) : w('split.free')}</span>
        <span>
          {pointer && (
            <span className="number">
              X {formatFixed(pointer.at[1], language, 3)} · Y {formatFixed(pointer.at[0], language, 3)}
            </span>
          )}
        </span>
        <span>{lines.length > 0 && w(wasKept && history.past.length === 0 ? 'split.restored' : 'split.kept')}</span>
      </footer>
    </div>
  );
}
