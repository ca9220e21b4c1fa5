import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { transformer } from '../../../server/domain/crs.ts';
import type { Transformation } from '../../../server/domain/map-sheet/transformation.ts';
import type { MapSheetDetail } from '../../api/document/map-sheets.ts';
import type { LonLat } from '../../map/map-context.ts';
import type { SnapTarget } from '../dealing/split/snap.ts';
import { isTyping } from '../shell/keys/is-typing.ts';
import { keepOpenRing, readOpenRing } from './open-ring.ts';
import { isOnPicture, startTracing, traceStep } from './trace-history.ts';
import { catchOnSheet, comesNear, onGround, type TracePointer, targetsOf } from './traced-plan.ts';
import type { Keeper } from './use-map-sheet.ts';

/** How near, CSS pixels, a pointer must come to something to mean it. */
const CATCH_PIXELS = 12;

/** The boundaries under way: corners set on the map, caught by those that are there, undone and redone by keys too, and kept as they close. */
export function useTracing(
  sheet: MapSheetDetail,
  srid: number,
  transformation: Transformation,
  keeper: Keeper,
  registered: readonly SnapTarget[],
) {
  const [history, act] = useReducer(traceStep, null, () =>
    startTracing(sheet.parcels, sheet.mayEdit ? readOpenRing(sheet) : []),
  );
  const [broughtBack] = useState(history.now.open);
  const [pointer, setPointer] = useState<TracePointer | null>(null);
  const [isBeside, setBeside] = useState(false);
  const toSheet = useMemo(() => transformer(4326, srid), [srid]);
  const { now } = history;
  const ground = useMemo(() => onGround(now, transformation), [now, transformation]);
  const traced = useMemo(() => targetsOf(ground, (at) => now.parcels[at]?.no ?? ''), [ground, now]);
  const { mayEdit } = sheet;
  const kept = useRef(sheet.parcels);
  const { keep } = keeper;
  useEffect(() => {
    if (!mayEdit || kept.current === now.parcels) return;
    kept.current = now.parcels as typeof kept.current;
    void keep({ parcels: now.parcels });
  });
  useEffect(() => {
    if (mayEdit) keepOpenRing(sheet, now.open);
  }, [sheet, mayEdit, now.open]);
  const place = (at: LonLat, metresPerPixel: number): TracePointer => {
    const [east, north] = toSheet([at[0], at[1]]);
    const within = CATCH_PIXELS * metresPerPixel;
    const near = (targets: readonly SnapTarget[]) =>
      targets.filter(({ line }) => comesNear(line, [east, north], within));
    const caught = isFree.current ? null : catchOnSheet([east, north], within, near(traced), near(registered));
    return { at: caught ? caught.at : [east, north], caught };
  };
  const onCorner = (at: LonLat, metresPerPixel: number) => {
    if (!mayEdit) return;
    const put = place(at, metresPerPixel);
    const corner = ground.cornerAt(put.at) ?? transformation.toPicture(put.at);
    // Beside the picture nothing was drawn, and one such corner would keep the whole boundary from being saved.
    const isOn = isOnPicture(sheet, corner);
    setBeside(!isOn);
    if (isOn) act({ do: 'corner', at: corner });
  };
  const finish = () => act({ do: now.open.length >= 3 ? 'close' : 'drop' });
  // With Shift held nothing catches.
  const isFree = useRef(false);
  useEffect(() => {
    const onShift = (event: KeyboardEvent | PointerEvent) => {
      isFree.current = event.shiftKey;
    };
    const kinds = ['keydown', 'keyup', 'pointermove', 'pointerdown'] as const;
    for (const kind of kinds) addEventListener(kind, onShift, true);
    return () => {
      for (const kind of kinds) removeEventListener(kind, onShift, true);
    };
  }, []);
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
    /** Whether what is in hand is what was in hand before the page was loaded. */
    isBroughtBack: broughtBack.length > 0 && now.open === broughtBack,
    /** Whether the last click set no corner, since it was beside the picture. */
    isBeside,
    pointer,
    onCorner,
    onPointer: (at: LonLat | null, metresPerPixel: number) =>
      setPointer(at && mayEdit ? place(at, metresPerPixel) : null),
  };
}
