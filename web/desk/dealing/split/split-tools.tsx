import { useWords } from '../../shell/use-words.tsx';
import type { DrawAction, DrawHistory } from './draw-history.ts';

interface Props {
  readonly history: DrawHistory;
  act(action: DrawAction): void;
}

/** What is done to the lines as a whole; undo and redo say what they take back. */
export function SplitTools({ history, act }: Props) {
  const { w } = useWords();
  const { past, now, future } = history;
  const undone = now.action;
  const redone = future[0]?.action ?? null;
  return (
    <div className="land-tools" role="toolbar" aria-label={w('split.points')}>
      <button
        type="button"
        disabled={past.length === 0}
        title={undone ? w('split.undoOf', { action: w(`split.action.${undone}`) }) : w('split.undo')}
        onClick={() => act({ do: 'undo' })}
      >
        {w('split.undo')} <kbd>Ctrl Z</kbd>
      </button>
      <button
        type="button"
        disabled={future.length === 0}
        title={redone ? w('split.redoOf', { action: w(`split.action.${redone}`) }) : w('split.redo')}
        onClick={() => act({ do: 'redo' })}
      >
        {w('split.redo')} <kbd>Ctrl Y</kbd>
      </button>
      <button type="button" disabled={!now.open} onClick={() => act({ do: 'finish' })}>
        {w('split.newLine')} <kbd>Esc</kbd>
      </button>
      <button type="button" disabled={now.lines.length === 0} onClick={() => act({ do: 'clear' })}>
        {w('split.clear')}
      </button>
    </div>
  );
}
