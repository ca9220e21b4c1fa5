import { Button } from '@mantine/core';
import { lazy, Suspense, useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { DealingDraft } from '../../../../server/domain/contract/dealing/dealing-draft.ts';
import { stops } from '../../../../server/domain/dealing/verdict.ts';
import { formatAreaColumn } from '../../../../server/domain/words/format-number.ts';
import type { ParcelDetail, ParcelNeighbours, ParcelRights } from '../../../api/parcels.ts';
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
import { RightsTable } from '../rights-table.tsx';
import { MergeFieldset } from './merge-fieldset.tsx';
import { PartChoice } from './part-choice.tsx';
import { planOfMerge } from './plan-of-merge.ts';
import { burdensOf, EMPTY_MERGE, holdersOf, type MergeFields, sayMerge } from './say-merge.ts';

const MapPane = lazy(() => import('../../shell/map-pane.tsx'));

interface Props {
  /** The draft that it follows in one file; null where it begins one. */
  readonly after: string | null;
  readonly first: ParcelDetail;
  /** What is chosen, whether or not it has come. */
  readonly ids: readonly string[];
  readonly chosen: readonly ParcelDetail[];
  /** Whether all that was chosen is known. */
  readonly whole: boolean;
  readonly neighbours: ParcelNeighbours['items'];
  readonly rights: readonly ParcelRights[];
  choose(id: string): void;
}

const sumOf = (areas: readonly (number | null)[]): number | null =>
  areas.reduce<number | null>((sum, area) => (sum === null || area === null ? null : sum + area), 0);

/** Parcels chosen on the left map, and on the right what would come of them, by the rules that register it. */
export function MergeEditor({ after, first, ids, chosen, whole, neighbours, rights, choose }: Props) {
  const { w, language } = useWords();
  const [fields, setFields] = useState<MergeFields>(EMPTY_MERGE);
  const [basis, setBasis] = useState<readonly string[]>([]);
  const [entry, setEntry] = useState<EntryTyped>(NOT_LATE);
  const { entered, missing } = useMemo(() => sayEntry(entry), [entry]);
  const { send, busy } = useLodge();
  const [holders, burdens] = useMemo(() => [holdersOf(rights), burdensOf(rights)], [rights]);
  const said = JSON.stringify(sayMerge(fields, holders, burdens));
  const targets = JSON.stringify(chosen.map(({ id, version }) => ({ parcelId: id, version })));
  const draft = useMemo<DealingDraft | null>(
    () =>
      whole && chosen.length > 1
        ? {
            kind: 'merge',
            targets: JSON.parse(targets),
            payload: JSON.parse(said),
            ...(entered ? { entered } : {}),
            ...(after === null ? {} : { after }),
          }
        : null,
    [whole, chosen.length, targets, said, entered, after],
  );
  const preview = usePreview(draft);
  const standing = first.operations.find(({ kind }) => kind === 'merge');
  const verdicts = draft === null ? (standing?.verdicts ?? []) : (preview.data?.verdicts ?? []);
  const made = draft === null ? undefined : preview.data?.raises[0];
  const ready = draft !== null && missing.length === 0 && preview.isOf && made !== undefined && !stops(verdicts);
  // Once asked for, the fields of an agreement stay while they are filled in.
  const [asked, setAsked] = useState(false);
  const differ = verdicts.some(({ code }) => code === 'merge.holders_differ');
  if (differ && !asked) setAsked(true);
  const label = (no: string, m2: number) => `${no}\n${formatAreaColumn(m2, language)}`;
  const plan = planOfMerge({ chosen, neighbours, whole: made }, label);
  const box = boxOfRings(chosen.map(({ geometry }) => geometry.coordinates));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same box again is no wish to go there again
  const focus = useMemo(() => box, [box?.join()]);
  const covered = useMemo(() => (made ? chosen.map(({ id }) => id) : []), [made, chosen]);
  const lodge = (lodges: boolean) => {
    if (draft && ready) void send(withBasis(draft, basis), lodges).catch(reportError);
  };
  const pick = (id: string) => {
    if (id !== first.id && (ids.includes(id) || neighbours.some((one) => one.id === id))) choose(id);
  };
  return (
    <div className="land-screen">
      <header className="land-head">
        <div>
          <h1>{w('merge.title', { no: first.no, sheet: first.sheet })}</h1>
          <p className="land-under">
            <Link to={after === null ? `/desk/parcels/${first.id}` : `/desk/dealings/${after}`}>
              {w(after === null ? 'form.back' : 'dealfile.back')}
            </Link>
          </p>
        </div>
        <div className="step-bar">
          {after === null && (
            <Button variant="default" disabled={!ready || busy} onClick={() => lodge(false)}>
              {w('form.draft')}
            </Button>
          )}
          {/* What follows is lodged with the first of its file. */}
          <Button className="primary" disabled={!ready} loading={busy} onClick={() => lodge(after === null)}>
            {w(after === null ? 'form.lodge' : 'dealfile.add')}
          </Button>
        </div>
      </header>
      <div className="land-body">
        <section className="pane pane-map" data-pane="map" aria-label={w('pane.map')} tabIndex={-1}>
          <Suspense fallback={<p className="list-state">{w('state.loading')}</p>}>
            <MapPane
              records={null}
              focus={focus}
              without={covered}
              plan={plan}
              onParcel={(parcel) => {
                if (parcel) pick(parcel.id);
              }}
            />
          </Suspense>
        </section>
        <section className="pane pane-sheet sheet" data-pane="sheet" aria-label={w('pane.sheet')} tabIndex={-1}>
          <PartChoice
            title={w('merge.parts')}
            first={first.id}
            ids={ids}
            chosen={chosen}
            neighbours={neighbours}
            choose={choose}
          />
          <section className="land-part" data-part="whole" data-ready={ready}>
            <h2>{w('merge.whole')}</h2>
            {draft === null ? (
              <p className="quiet">{w('merge.how')}</p>
            ) : (
              <ListState of={preview} empty={null}>
                {made && (
                  <LandTable
                    raises={[made]}
                    parent={{
                      areaM2: sumOf(chosen.map(({ areaM2 }) => areaM2)) ?? 0,
                      legalAreaM2: sumOf(chosen.map(({ legalAreaM2 }) => legalAreaM2)),
                    }}
                  />
                )}
              </ListState>
            )}
            <div aria-live="polite">
              <VerdictList verdicts={verdicts} />
            </div>
          </section>
          {draft !== null && (
            <MergeFieldset
              fields={fields}
              holders={asked ? holders : []}
              burdens={burdens}
              proposed={made?.no ?? ''}
              change={(part) => setFields((before) => ({ ...before, ...part }))}
            />
          )}
          <BasisFields parcelId={first.id} chosen={basis} change={setBasis} />
          {draft !== null && after === null && (
            <LateEntryFields typed={entry} change={(part) => setEntry((before) => ({ ...before, ...part }))} />
          )}
          {made && (preview.data?.rights.length ?? 0) > 0 && (
            <section className="land-part" data-part="rights">
              <h2>{w('dealing.rights')}</h2>
              <RightsTable
                rights={preview.data?.rights ?? []}
                land={[...chosen.map(({ id, no }) => ({ parcelId: id, no })), made]}
              />
            </section>
          )}
        </section>
      </div>
    </div>
  );
}
