import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { transformer } from '../../../server/domain/crs.ts';
import type { Transformation } from '../../../server/domain/map-sheet/transformation.ts';
import type { MapSheetDetail } from '../../api/document/map-sheets.ts';
import type { LonLat } from '../../map/map-context.ts';
import { snap } from '../dealing/split/snap.ts';
import { isTyping } from '../shell/keys/is-typing.ts';
import { startTracing, traceStep } from './trace-history.ts';
import { onGround, type TracePointer, targetsOf } from './traced-plan.ts';
import type { Keeper } from './use-map-sheet.ts';

/** How near, CSS pixels, a pointer must come to something to mean it. */
const CATCH_PIXELS = 12;

/** The boundaries under way: corners set on the map, caught by those that are there, undone and redone by keys too, and kept as they close. */
export function useTracing(sheet: MapSheetDetail, srid: number, transformation: Transformation, keeper: Keeper) {
  const [history, act] = useReducer(traceStep, null, () => startTracing(sheet.parcels));
  const [pointer, setPointer] = useState<TracePointer | null>(null);
  const toSheet = useMemo(() => transformer(4326, srid), [srid]);
  const { now } = history;
  const ground = useMemo(() => onGround(now, transformation), [now, transformation]);
  const targets = useMemo(() => targetsOf(ground, (at) => now.parcels[at]?.no ?? ''), [ground, now]);
  const { mayEdit } = sheet;
  const kept = useRef(sheet.parcels);
  const { keep } = keeper;
  useEffect(() => {
    if (!mayEdit || kept.current === now.parcels) return;
    kept.current = now.parcels as typeof kept.current;
    void keep({ parcels: now.parcels });
  });
  const place = (at: LonLat, metresPerPixel: number): TracePointer => {
    const [east, north] = toSheet([at[0], at[1]]);
    const caught = snap([east, north], CATCH_PIXELS * metresPerPixel, targets, null);
    return { at: caught ? caught.at : [east, north], caught };
  };
  const onCorner = (at: LonLat, metresPerPixel: number) => {
    if (!mayEdit) return;
    const put = place(at, metresPerPixel);
    act({ do: 'corner', at: ground.cornerAt(put.at) ?? transformation.toPicture(put.at) });
  };
  const finish = () => act({ do: now.open.length >= 3 ? 'close' : 'drop' });
  const heard = useRef({ act, finish });
  heard.current = { act, finish };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event)) return;
      const key = event.key.toLowerCase();
      const held = event.ctrlKey || event.metaKey;
      if (held && key === 'z') heard.current.act({ do: event.shiftKey ? 'redo' : 'undo' });
      else if (held && key === 'y') heard.current.act({ do: 'redo' });
      else if (event.key === 'Escape') heard.current.finish();
      else return;
      if (held) event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return {
    history,
    act,
    finish,
    ground,
    pointer,
    onCorner,
    onPointer: (at: LonLat | null, metresPerPixel: number) =>
      setPointer(at && mayEdit ? place(at, metresPerPixel) : null),
  };
}
