import type { RequestSummary } from '../../api/paper/requests.ts';
import { useWords } from '../shell/use-words.tsx';

const CLOSED: readonly RequestSummary['status'][] = ['fulfilled', 'refused'];

/** How long is left of a request, in working days: a word with a shape. */
export function RequestClock({ request }: { readonly request: RequestSummary }) {
  const { w } = useWords();
  const { daysLeft, suspended, status } = request;
  if (CLOSED.includes(status)) return <span>–</span>;
  const [shape, tone, text] = suspended
    ? (['‖', 'waiting', w('requests.stopped')] as const)
    : daysLeft < 0
      ? (['▲', 'bad', w('requests.late', { n: -daysLeft })] as const)
      : daysLeft === 0
        ? (['◆', 'waiting', w('requests.today')] as const)
        : (['●', 'good', w('requests.left', { n: daysLeft })] as const);
  return (
    <span className="mark" data-tone={tone}>
      <span aria-hidden="true">{shape}</span> {text}
    </span>
  );
}
