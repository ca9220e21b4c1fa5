import type { PaperStatus } from '../../../../server/domain/paper.ts';
import { useWords } from '../../shell/use-words.tsx';

const SHAPE: Readonly<Record<PaperStatus, readonly [shape: string, tone: 'good' | 'waiting' | 'bad']>> = {
  issued: ['●', 'good'],
  superseded: ['◐', 'waiting'],
  revoked: ['✕', 'bad'],
};

/** Whether a paper still says what the register says: a word with a shape. */
export function PaperMark({ status }: { readonly status: PaperStatus }) {
  const { w } = useWords();
  const [shape, tone] = SHAPE[status];
  return (
    <span className="mark" data-tone={tone}>
      <span aria-hidden="true">{shape}</span> {w(`paperStatus.${status}`)}
    </span>
  );
}
