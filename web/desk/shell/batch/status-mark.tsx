import type { BatchStatus } from '../../../../server/domain/batch/batch-state.ts';
import type { RecordStatus } from '../../../../server/domain/batch/import-report.ts';
import type { Severity } from '../../../../server/domain/finding/finding.ts';
import { useWords } from '../use-words.tsx';

type Tone = 'quiet' | 'good' | 'waiting' | 'bad';

const BATCH: Readonly<Record<BatchStatus, readonly [shape: string, tone: Tone]>> = {
  received: ['○', 'quiet'],
  staged: ['◔', 'quiet'],
  validated: ['◇', 'waiting'],
  proposed: ['◆', 'waiting'],
  promoted: ['●', 'good'],
  reversal_proposed: ['◐', 'waiting'],
  refused: ['✕', 'bad'],
  rejected: ['⊘', 'quiet'],
  reversed: ['↺', 'quiet'],
};
const RECORD: Readonly<Record<RecordStatus, readonly [string, Tone]>> = {
  valid: ['●', 'good'],
  warned: ['▲', 'waiting'],
  blocked: ['■', 'bad'],
  refused: ['✕', 'bad'],
  ignored: ['○', 'quiet'],
};
const SEVERITY: Readonly<Record<Severity, readonly [string, Tone]>> = {
  refuse: ['✕', 'bad'],
  error: ['■', 'bad'],
  warning: ['▲', 'waiting'],
  info: ['·', 'quiet'],
};

function Mark({ shape, tone, word }: { readonly shape: string; readonly tone: Tone; readonly word: string }) {
  return (
    <span className="mark" data-tone={tone}>
      <span aria-hidden="true">{shape}</span> {word}
    </span>
  );
}

/** The state of a batch: a word with a shape, never a colour alone. */
export function BatchMark({ status }: { readonly status: BatchStatus }) {
  const { w } = useWords();
  const [shape, tone] = BATCH[status];
  return <Mark shape={shape} tone={tone} word={w(`status.${status}`)} />;
}

export function RecordMark({ status }: { readonly status: RecordStatus }) {
  const { w } = useWords();
  const [shape, tone] = RECORD[status];
  return <Mark shape={shape} tone={tone} word={w(`record.${status}`)} />;
}

export function SeverityMark({ severity }: { readonly severity: Severity }) {
  const { w } = useWords();
  const [shape, tone] = SEVERITY[severity];
  return <Mark shape={shape} tone={tone} word={w(`severity.${severity}`)} />;
}
