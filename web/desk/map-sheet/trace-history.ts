/** Boundaries as they are traced, with every state before and after. Corners are points of the picture. */
import type { TracedParcel } from '../../api/document/map-sheets.ts';

export type PictureCorner = readonly [x: number, y: number];

export interface Traced {
  readonly parcels: readonly TracedParcel[];
  /** Corners of the boundary in hand. */
  readonly open: readonly PictureCorner[];
}
export interface TraceHistory {
  readonly past: readonly Traced[];
  readonly now: Traced;
  readonly future: readonly Traced[];
}
export type TraceAction =
  | { readonly do: 'corner'; readonly at: PictureCorner }
  | { readonly do: 'close' | 'drop' | 'undo' | 'redo' }
  | { readonly do: 'describe'; readonly parcel: number; readonly as: Partial<Omit<TracedParcel, 'ring'>> }
  | { readonly do: 'remove'; readonly parcel: number };

/** States that can be gone back to. */
const MOST = 200;
const LEAST_CORNERS = 3;

/** `open`: corners that were set before the page was left. */
export const startTracing = (parcels: readonly TracedParcel[], open: readonly PictureCorner[] = []): TraceHistory => ({
  past: [],
  now: { parcels, open },
  future: [],
});

const same = (a: PictureCorner | undefined, b: PictureCorner) => a !== undefined && a[0] === b[0] && a[1] === b[1];

/** Whether a corner lies on a picture of that many points, its edges included. */
export const isOnPicture = (
  { width, height }: { readonly width: number; readonly height: number },
  [x, y]: PictureCorner,
): boolean => x >= 0 && y >= 0 && x <= width && y <= height;

/** The number after the highest that is on the sheet. */
export function nextNumber(parcels: readonly TracedParcel[]): string {
  return String(Math.max(0, ...parcels.map(({ no }) => Number.parseInt(no, 10) || 0)) + 1);
}

function closed({ parcels, open }: Traced): Traced {
  const ring = open.map(([x, y]) => [x, y]);
  return { parcels: [...parcels, { no: nextNumber(parcels), landUse: '', areaM2: null, ring }], open: [] };
}

function nextState(now: Traced, action: TraceAction): Traced | null {
  const { parcels, open } = now;
  switch (action.do) {
    case 'corner':
      if (same(open[0], action.at) && open.length >= LEAST_CORNERS) return closed(now);
      return open.some((corner) => same(corner, action.at)) ? null : { parcels, open: [...open, action.at] };
    case 'close':
      return open.length >= LEAST_CORNERS ? closed(now) : null;
    case 'drop':
      return open.length === 0 ? null : { parcels, open: [] };
    case 'describe':
      return { parcels: parcels.map((one, at) => (at === action.parcel ? { ...one, ...action.as } : one)), open };
    case 'remove':
      return { parcels: parcels.filter((_, at) => at !== action.parcel), open };
    default:
      return null;
  }
}

export function traceStep(history: TraceHistory, action: TraceAction): TraceHistory {
  const { past, now, future } = history;
  if (action.do === 'undo') {
    const before = past.at(-1);
    return before ? { past: past.slice(0, -1), now: before, future: [now, ...future] } : history;
  }
  if (action.do === 'redo') {
    const [after, ...rest] = future;
    return after ? { past: [...past, now], now: after, future: rest } : history;
  }
  const next = nextState(now, action);
  return next ? { past: [...past, now].slice(-MOST), now: next, future: [] } : history;
}
