import { Button, Progress } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { STAGES } from '../../../../server/domain/batch/batch-progress.ts';
import { UPLOAD_ROLES } from '../../../../server/domain/batch/upload.ts';
import { formatNumber } from '../../../../server/domain/words/format-number.ts';
import type { BatchProgress } from '../../../api/batch/batch-events.ts';
import { retryBatch } from '../../../api/batch/batch-steps.ts';
import { guarded } from '../session/session-gate.ts';
import { useHasRole } from '../session/use-me.tsx';
import { useWords } from '../use-words.tsx';
import { progressKey } from './use-progress.ts';

/** Where the reading of a file is, as the worker tells it. */
export function StageLine({ progress }: { readonly progress: BatchProgress }) {
  const { w, language } = useWords();
  const client = useQueryClient();
  const mayRetry = useHasRole(...UPLOAD_ROLES);
  const { id, work, stage, done, total, percent, error } = progress;
  if (work === 'failed') {
    const again = async () => client.setQueryData(progressKey(id), await guarded(() => retryBatch(id)));
    return (
      <div role="alert">
        <p>{w('stage.failed', { why: error?.sentence ?? '' })}</p>
        {mayRetry && (
          <Button variant="default" onClick={() => void again().catch(reportError)}>
            {w('stage.again')}
          </Button>
        )}
      </div>
    );
  }
  const known = work === 'queued' ? undefined : STAGES.find((one) => one === stage);
  const name = w(known ? `stage.${known}` : 'stage.queued');
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
