import { useQueries } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { isDealing } from '../../../server/domain/dealing/dealing-state.ts';
import { formatAreaColumn } from '../../../server/domain/words/format-number.ts';
import type { DealingDetail } from '../../api/dealings.ts';
import { getStaffParcel } from '../../api/parcels.ts';
import type { PlanShape, SheetPlan } from '../../map/map-context.ts';
import { boxOfRings } from '../parcel/box-of-rings.ts';
import { PARCELS_KEY } from '../parcel/use-parcel.ts';
import MapPane from '../shell/map-pane.tsx';
import { guarded } from '../shell/session/session-gate.ts';
import { useWords } from '../shell/use-words.tsx';

type Side = 'before' | 'after';

/** The land of a dealing as it was and as it will be, by one press. What it leaves as it is, is shown as it is. */
export default function DealingMap({ dealing }: { readonly dealing: DealingDetail }) {
  const { w, language } = useWords();
  const { raises, targets, file, dealingId, status } = dealing;
  // A parcel that an earlier one of the file will raise is not in the register yet.
  const place = file.findIndex((member) => member.dealingId === dealingId);
  const after = place > 0 && isDealing(status, 'open') ? file[place - 1]!.dealingId : null;
  const [side, setSide] = useState<Side>('after');
  const before = useQueries({
    queries: targets.slice(0, 20).map(({ parcelId }) => ({
      queryKey: [...PARCELS_KEY, parcelId, 'detail', null, ...(after === null ? [] : [after])],
      queryFn: ({ signal }: { signal: AbortSignal }) => guarded(() => getStaffParcel(parcelId, null, signal, after)),
    })),
    combine: (all) => all.flatMap(({ data }) => data ?? []),
  });
  const [first] = before;
  const srid = raises[0]?.geometryLegal.srid ?? first?.geometryLegal.srid;
  const changes = raises.length > 0;
  const plan = useMemo<SheetPlan | null>(() => {
    if (srid === undefined) return null;
    const label = (no: string, m2: number) => `${no}\n${formatAreaColumn(m2, language)}`;
    const old = before.map(
      ({ geometryLegal, no, legalAreaM2, areaM2 }): PlanShape => ({
        kind: changes && side === 'after' ? 'old' : 'subject',
        rings: geometryLegal.coordinates,
        ...(changes && side === 'after' ? {} : { label: label(no, legalAreaM2 ?? areaM2) }),
      }),
    );
    const parts = raises.map(
      ({ geometryLegal, no, legalAreaM2, areaM2, role }): PlanShape => ({
        kind: role === 'neighbour' ? 'neighbour' : 'part',
        rings: geometryLegal.coordinates,
        ...(role === 'neighbour' ? {} : { label: label(no, legalAreaM2 ?? areaM2) }),
      }),
    );
    return { srid, drawing: false, shapes: side === 'after' ? [...old, ...parts] : old };
  }, [srid, before, raises, side, changes, language]);
  const shapes = [
    ...before.map(({ geometry }) => geometry.coordinates),
    ...(changes ? raises : []).flatMap(({ role, geometry }) => (role === 'neighbour' ? [] : [geometry.coordinates])),
  ];
  const box = boxOfRings(shapes);
  // Where the new land is drawn, the tiles leave out both what it was and, once registered, what it is.
  const covered = useMemo(
    () =>
      changes && side === 'after'
        ? [...targets, ...raises.filter(({ role }) => role !== 'neighbour')].map(({ parcelId }) => parcelId)
        : changes
          ? raises.filter(({ role }) => role !== 'neighbour').map(({ parcelId }) => parcelId)
          : [],
    [changes, side, targets, raises],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same box again is no wish to go there again
  const focus = useMemo(() => box, [box?.join()]);
  return (
    <>
      <MapPane records={null} focus={focus} near={changes} without={covered} plan={plan} />
      {changes && (
        <div className="toggle land-sides">
          {(['before', 'after'] as const).map((one) => (
            <button key={one} type="button" aria-pressed={side === one} onClick={() => setSide(one)}>
              {w(`dealing.${one}`)}
            </button>
          ))}
        </div>
      )}
    </>
  );
}
