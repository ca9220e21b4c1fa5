import { useEffect, useMemo, useRef, useState } from 'react';
import { transformer } from '../../../../server/domain/crs.ts';
import type { ParcelDetail, ParcelNeighbours } from '../../../api/parcels.ts';
import type { LonLat } from '../../../map/map-context.ts';
import { isTyping } from '../../shell/keys/is-typing.ts';
import { useWords } from '../../shell/use-words.tsx';
import type { DrawAction, DrawHistory } from './draw-history.ts';
import { snapTargets } from './plan-of-cut.ts';
import { type Caught, type GroundPoint, snap } from './snap.ts';

/** How near, CSS pixels, a pointer must come to something to mean it. */
const CATCH_PIXELS = 12;

export interface Pointer {
  readonly at: GroundPoint;
  readonly caught: Caught | null;
}

interface Land {
  /** Its system is that of what is drawn. */
  readonly parcel: ParcelDetail;
  readonly neighbours: ParcelNeighbours['items'];
  /** Whether a line that comes back to its first corner is a ring, and ended by it. */
  readonly closes?: boolean;
}

const millimetres = (metres: number) => Math.round(metres * 1000) / 1000;
const same = (a: GroundPoint | null | undefined, b: GroundPoint) => a?.[0] === b[0] && a[1] === b[1];

/** What a pointer does to lines under way: corners are set where something catches, and keys end, undo and redo. */
export function useDrawing(
  { parcel, neighbours, closes = false }: Land,
  history: DrawHistory,
  act: (action: DrawAction) => void,
) {
  const { w } = useWords();
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
  const drawn = open ? (lines.at(-1) ?? []) : [];
  const last = drawn.at(-1) ?? null;
  const place = (at: LonLat, metresPerPixel: number): Pointer => {
    const [east, north] = toGround([at[0], at[1]]);
    const caught = snap([east, north], CATCH_PIXELS * metresPerPixel, targets, last);
    return { at: caught ? caught.at : [millimetres(east), millimetres(north)], caught };
  };
  const onCorner = (at: LonLat, metresPerPixel: number) => {
    const put = place(at, metresPerPixel);
    // Twice on one place ends the line: a second Enter, or the second half of a double click.
    const again = drawn.length > 1 && same(last, put.at);
    const ring = closes && drawn.length > 2 && same(drawn[0], put.at);
    act(again || ring ? { do: 'finish' } : { do: 'corner', at: put.at });
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
    pointer,
    onCorner,
    onPointer: (at: LonLat | null, metresPerPixel: number) => setPointer(at && place(at, metresPerPixel)),
  };
}
