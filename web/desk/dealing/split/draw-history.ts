/** The lines of a cut as they are drawn, with every state before and after: undo and redo say what they take back. */
import type { GroundPoint } from './snap.ts';

export type Lines = readonly (readonly GroundPoint[])[];
export type Action = 'corner' | 'finish' | 'typed' | 'removeLine' | 'removeCorner' | 'clear';

interface State {
  readonly lines: Lines;
  /** Whether the next corner goes on with the last line. */
  readonly open: boolean;
  /** What led here. */
  readonly action: Action | null;
}

export interface DrawHistory {
  readonly past: readonly State[];
  readonly now: State;
  readonly future: readonly State[];
}

export type DrawAction =
  | { readonly do: 'corner'; readonly at: GroundPoint }
  | { readonly do: 'finish' | 'clear' | 'undo' | 'redo' }
  | { readonly do: 'typed'; readonly points: readonly GroundPoint[] }
  | { readonly do: 'removeLine'; readonly line: number }
  | { readonly do: 'removeCorner'; readonly line: number; readonly corner: number }
  | { readonly do: 'restore'; readonly lines: Lines };

/** States that can be gone back to. */
const MOST = 200;

export const startDrawing = (lines: Lines): DrawHistory => ({
  past: [],
  now: { lines, open: false, action: null },
  future: [],
});

const same = (a: GroundPoint | undefined, b: GroundPoint) => a !== undefined && a[0] === b[0] && a[1] === b[1];

function nextState({ lines, open }: State, action: DrawAction): State | null {
  switch (action.do) {
    case 'corner': {
      const last = lines.at(-1);
      if (!open || !last) return { lines: [...lines, [action.at]], open: true, action: 'corner' };
      // A double click is two clicks on one place.
      if (same(last.at(-1), action.at)) return null;
      return { lines: [...lines.slice(0, -1), [...last, action.at]], open: true, action: 'corner' };
    }
    case 'finish': {
      if (!open) return null;
      const kept = lines.filter((line) => line.length > 1);
      return { lines: kept, open: false, action: 'finish' };
    }
    case 'typed':
      return { lines: [...lines.filter((line) => line.length > 1), action.points], open: false, action: 'typed' };
    case 'clear':
      return lines.length === 0 ? null : { lines: [], open: false, action: 'clear' };
    case 'removeLine':
      return { lines: lines.filter((_, at) => at !== action.line), open: false, action: 'removeLine' };
    case 'removeCorner': {
      const changed = lines.map((line, at) =>
        at === action.line ? line.filter((_, corner) => corner !== action.corner) : line,
      );
      return { lines: changed.filter((line) => line.length > 0), open: false, action: 'removeCorner' };
    }
    default:
      return null;
  }
}

export function drawStep(history: DrawHistory, action: DrawAction): DrawHistory {
  const { past, now, future } = history;
  if (action.do === 'restore') return startDrawing(action.lines);
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

/** Lines that cut: those of at least two corners. */
export const cuttingLines = (lines: Lines): Lines => lines.filter((line) => line.length > 1);
