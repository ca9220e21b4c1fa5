import type { DealingStatus } from '../../../server/domain/dealing/dealing-state.ts';
import type { DealingSummary } from '../../api/dealings.ts';
import { useWords } from '../shell/use-words.tsx';

const SHAPE: Readonly<Record<DealingStatus, readonly [shape: string, tone: 'quiet' | 'good' | 'waiting' | 'bad']>> = {
  draft: ['○', 'quiet'],
  lodged: ['◇', 'waiting'],
  examined: ['◆', 'waiting'],
  approved: ['◐', 'waiting'],
  registered: ['●', 'good'],
  closed: ['●', 'good'],
  refused: ['✕', 'bad'],
  withdrawn: ['⊘', 'quiet'],
};

/** Where a dealing stands: a word with a shape. */
export function DealingMark({ dealing }: { readonly dealing: Pick<DealingSummary, 'status' | 'suspended'> }) {
  const { w } = useWords();
  const [shape, tone] = dealing.suspended ? (['‖', 'waiting'] as const) : SHAPE[dealing.status];
  return (
    <span className="mark" data-tone={tone}>
      <span aria-hidden="true">{shape}</span>{' '}
      {w(dealing.suspended ? 'dealingStatus.suspended' : `dealingStatus.${dealing.status}`)}
    </span>
  );
}
