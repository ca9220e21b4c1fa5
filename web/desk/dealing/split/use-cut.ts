import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { transformer } from '../../../../server/domain/crs.ts';
import type { ParcelDealingKind } from '../../../../server/domain/dealing/dealing-kind.ts';
import type { ParcelDetail, ParcelNeighbours } from '../../../api/parcels.ts';
import type { LonLat } from '../../../map/map-context.ts';
import { isTyping } from '../../shell/is-typing.ts';
import { useOfficer } from '../../shell/session/use-me.tsx';
import { useWords } from '../../shell/use-words.tsx';
import { type DrawHistory, drawStep, startDrawing } from './draw-history.ts';
import { snapTargets } from './plan-of-cut.ts';
import { type Caught, type GroundPoint, snap } from './snap.ts';
import { readLines, storeLines } from './stored-lines.ts';

/** How near, CSS pixels, a pointer must come to something to mean it. */
const CATCH_PIXELS = 12;

interface Pointer {
  readonly at: GroundPoint;
  readonly caught: Caught | null;
}

const millimetres = (metres: number) => Math.round(metres * 1000) / 1000;

/** The lines under way: drawn with what catches, undone and redone by keys too, and kept over a reload. */
export function useCut(parcel: ParcelDetail, neighbours: ParcelNeighbours['items'], kind: ParcelDealingKind) {
  const { w } = useWords();
  const { me } = useOfficer();
  const { id, version } = parcel;
  const [history, act] = useReducer(
    drawStep,
    null,
    (): DrawHistory => startDrawing(readLines(kind, me.id, id, version)),
  );
  const [wasKept] = useState(() => history.now.lines.length > 0);
  const [pointer, setPointer] = useState<Pointer | null>(null);
  const { lines, open } = history.now;
  const { srid } = parcel.geometryLegal;
  const toGround = useMemo(() => transformer(4326, srid), [srid]);
  const targets = useMemo(
    () =>
      snapTargets(
        { parcel, neighbours, lines, open, pointer: null, parts: [], chosen: null },
        { parcel: (no) => w('split.ofParcel', { no }), line: (n) => w('split.ofLine', { n }) },
      ),
    [parcel, neighbours, lines, open, w],
  );
  useEffect(() => storeLines(kind, me.id, id, version, lines), [kind, me.id, id, version, lines]);
  const last = open ? (lines.at(-1)?.at(-1) ?? null) : null;
  const place = (at: LonLat, metresPerPixel: number): Pointer => {
    const [east, north] = toGround([at[0], at[1]]);
    const caught = snap([east, north], CATCH_PIXELS * metresPerPixel, targets, last);
    return { at: caught ? caught.at : [millimetres(east), millimetres(north)], caught };
  };
  const onCorner = (at: LonLat, metresPerPixel: number) => {
    const put = place(at, metresPerPixel);
    const again = last !== null && put.at[0] === last[0] && put.at[1] === last[1];
    // Twice on one place ends the line: a second Enter, or the second half of a double click.
    act(again && (lines.at(-1)?.length ?? 0) > 1 ? { do: 'finish' } : { do: 'corner', at: put.at });
  };
  const acting = useRef(act);
  acting.current = act;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event)) return;
      const key = event.key.toLowerCase();
      const held = event.ctrlKey || event.metaKey;
      if (held && key === 'z') acting.current({ do: event.shiftKey ? 'redo' : 'undo' });
      else if (held && key === 'y') acting.current({ do: 'redo' });
      else if (event.key === 'Escape') acting.current({ do: 'finish' });
      else return;
      if (held) event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return {
    history,
    act,
    pointer,
    wasKept,
    onCorner,
    onPointer: (at: LonLat | null, metresPerPixel: number) => setPointer(at && place(at, metresPerPixel)),
    forget: () => storeLines(kind, me.id, id, version, []),
  };
}
