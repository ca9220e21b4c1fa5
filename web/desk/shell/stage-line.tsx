import { Button, Progress } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { formatNumber } from '../../../server/domain/format-number.ts';
import { UPLOAD_ROLES } from '../../../server/domain/upload.ts';
import type { BatchProgress } from '../../api/batch-events.ts';
import { retryBatch } from '../../api/batch-steps.ts';
import type { DeskWordKey } from '../../i18n/desk-words.ts';
import { guarded } from './session-gate.ts';
import { useHasRole } from './use-me.tsx';
import { useWords } from './use-words.tsx';

const STAGES = ['receive', 'unpack', 'read', 'convert', 'stage', 'validate', 'report'];

/** Where the reading of a file is, as the worker tells it. */
export function StageLine({ progress }: { readonly progress: BatchProgress }) {
  const { w, language } = useWords();
  const client = useQueryClient();
  const mayRetry = useHasRole(...UPLOAD_ROLES);
  const { id, work, stage, done, total, percent, error } = progress;
  if (work === 'failed') {
    const again = async () => client.setQueryData(['progress', id], await guarded(() => retryBatch(id)));
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
