import { Progress } from '@mantine/core';
import { formatNumber } from '../../../server/domain/format-number.ts';
import type { BatchProgress } from '../../api/batch-events.ts';
import type { DeskWordKey } from '../../i18n/desk-words.ts';
import { useWords } from './use-words.tsx';

const STAGES = ['receive', 'unpack', 'read', 'convert', 'stage', 'validate', 'report'];

/** Where the reading of a file is, as the worker tells it. */
export function StageLine({ progress }: { readonly progress: BatchProgress }) {
  const { w, language } = useWords();
  const { work, stage, done, total, percent, error } = progress;
  if (work === 'failed') return <p role="alert">{w('stage.failed', { why: error?.sentence ?? '' })}</p>;
  const known = stage !== null && STAGES.includes(stage);
  const name = work === 'queued' || !known ? w('stage.queued') : w(`stage.${stage}` as DeskWordKey);
  const n = (value: number) => formatNumber(value, language, 0);
  return (
    <div className="stage-line">
      <p>
        {name}
        {total > 0 && <span className="number"> {w('stage.of', { done: n(done), total: n(total) })}</span>}
      </p>
      <Progress value={percent} aria-label={name} size="sm" />
    </div>
  );
}
