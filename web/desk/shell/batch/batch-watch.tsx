import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { type BatchStatus, isBatch } from '../../../../server/domain/batch/batch-state.ts';
import type { RegisterNews } from '../../../../server/domain/dealing/register-news.ts';
import { type BatchProgress, watchBatches } from '../../../api/batch/batch-events.ts';
import { getMe } from '../../../api/session.ts';
import { hearRegister } from '../hear-register.ts';
import { registerChanged } from '../register-revision.ts';
import { guarded, isGateClosed, subscribeGate } from '../session/session-gate.ts';
import { batchKey } from './use-batch.ts';
import { BATCHES_KEY, useLatestBatches } from './use-batches.ts';
import { progressKey } from './use-progress.ts';

/**
 * Listens to what becomes of batches and dealings: lists, sheets and parcels are asked for again when one moves, and the map when land was
 * registered or taken back. The lists look by themselves too, so that a broken stream only makes it later.
 */
export function BatchWatch() {
  const client = useQueryClient();
  const { data } = useLatestBatches();
  const waits = useSyncExternalStore(subscribeGate, isGateClosed);
  const seen = useRef(new Map<string, BatchStatus>());
  const ids = useMemo(
    () =>
      (data ?? [])
        // One that is over moves no more by what others do.
        .filter(({ status }) => !isBatch(status, 'over'))
        .map(({ id }) => id)
        .join(','),
    [data],
  );
  useEffect(() => {
    if (!data) return;
    const before = seen.current;
    const isIn = (status: BatchStatus | undefined) => status !== undefined && isBatch(status, 'registered');
    if (before.size > 0 && data.some(({ id, status }) => isIn(status) !== isIn(before.get(id)))) registerChanged();
    seen.current = new Map(data.map(({ id, status }) => [id, status]));
  }, [data]);
  useEffect(() => {
    if (waits) return;
    const onProgress = (progress: BatchProgress) => {
      client.setQueryData(progressKey(progress.id), progress);
      if (seen.current.get(progress.id) === progress.status) return;
      client.invalidateQueries({ queryKey: BATCHES_KEY }).catch(reportError);
      client.invalidateQueries({ queryKey: batchKey(progress.id) }).catch(reportError);
    };
    // Signed out, here or elsewhere: asking who one is shuts the gate, and this screen waits with all that is on it.
    const onEnded = () => void guarded(() => getMe()).catch(reportError);
    const onNews = (news: RegisterNews | null) => hearRegister(client, news);
    return watchBatches(ids === '' ? [] : ids.split(','), onProgress, onNews, onEnded);
  }, [ids, client, waits]);
  return null;
}
