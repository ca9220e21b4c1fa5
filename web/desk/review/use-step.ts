import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isBatch } from '../../../server/domain/batch/batch-state.ts';
import type { BatchDetail, Step, StepReply } from '../../api/batch/batch-steps.ts';
import { CallFailed } from '../../api/get-json.ts';
import { newId } from '../../api/new-id.ts';
import { batchKey } from '../shell/batch/use-batch.ts';
import { BATCHES_KEY } from '../shell/batch/use-batches.ts';
import { useNotices } from '../shell/notices.tsx';
import { problemWords } from '../shell/problem-words.ts';
import { registerChanged } from '../shell/register-revision.ts';
import { guarded } from '../shell/session/session-gate.ts';
import { useWords } from '../shell/use-words.tsx';

export interface Action<R extends StepReply = StepReply> {
  call(step: Step): Promise<R>;
  /** What was done, for the message that reports it. */
  said(reply: R): string;
  /** How it is taken back; offered in that message. */
  readonly undo?: Action;
  /** Id of the dealing, for steps that decide one; else a key is made. */
  readonly key?: string;
  after?(reply: R): void;
}

/** Codes after which the screen shows what is not so any more. */
const OUTDATED = ['batch.step_refused', 'version.stale', 'batch.blocked', 'proposal.not_found', 'correction.not_found'];

/**
 * Takes steps on a batch: on the state that is on the screen, once even if the reply is lost, and reported with its undo.
 * What is refused is said in words; the screen then shows the state as it is.
 */
export function useStep(batch: BatchDetail | undefined) {
  const client = useQueryClient();
  const tell = useNotices();
  const { w } = useWords();
  const [busy, setBusy] = useState(false);
  const refresh = async () => {
    if (!batch) return;
    await client.invalidateQueries({ queryKey: batchKey(batch.id) });
    await client.invalidateQueries({ queryKey: BATCHES_KEY });
  };
  async function take<R extends StepReply>(action: Action<R>): Promise<boolean> {
    const now = batch && client.getQueryData<BatchDetail>(batchKey(batch.id));
    if (!now) return false;
    setBusy(true);
    const step: Step = { id: now.id, version: now.version, key: action.key ?? newId() };
    try {
      const reply = await guarded(() => action.call(step));
      client.setQueryData(batchKey(now.id), reply.batch);
      const { undo } = action;
      tell({ text: action.said(reply), tone: 'done', ...(undo ? { undo: () => void take(undo) } : {}) });
      const { status } = reply.batch;
      if (isBatch(status, 'wasRegistered') && !isBatch(status, 'proposed')) registerChanged();
      await refresh();
      action.after?.(reply);
      return true;
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      const outdated = error.problem !== null && OUTDATED.includes(error.problem.code);
      if (outdated) await refresh();
      // On the newer state it is her decision to make anew; a lost answer is asked for again with the same key.
      tell({
        text: outdated ? `${problemWords(error, w)} ${w('problem.refreshed')}` : problemWords(error, w),
        tone: 'trouble',
        ...(error.problem && error.problem.status < 429
          ? {}
          : { action: { label: w('trouble.retry'), run: () => void take({ ...action, key: step.key }) } }),
      });
      return false;
    } finally {
      setBusy(false);
    }
  }
  return { take, busy };
}

export type TakeStep = ReturnType<typeof useStep>['take'];
