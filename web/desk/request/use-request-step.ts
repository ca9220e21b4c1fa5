import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RequestStep } from '../../../server/domain/request/request-step.ts';
import { CallFailed } from '../../api/get-json.ts';
import { newId } from '../../api/new-id.ts';
import { type RequestDetail, reissueCode, takeRequestStep } from '../../api/paper/requests.ts';
import { useNotices } from '../shell/notices.tsx';
import { problemWords } from '../shell/problem-words.ts';
import { guarded } from '../shell/session/session-gate.ts';
import { useWords } from '../shell/use-words.tsx';
import { REQUESTS_KEY, requestKey } from './use-requests.ts';

/** Codes after which the screen shows what is not so any more. */
const OUTDATED = ['paper_request.step_refused', 'version.stale', 'paper_request.not_found'];

/** Takes steps on a request in the state that is on the screen; a lost reply is asked for again with the same key. */
export function useRequestStep({ requestId, version }: Pick<RequestDetail, 'requestId' | 'version'>) {
  const client = useQueryClient();
  const tell = useNotices();
  const { w } = useWords();
  const [busy, setBusy] = useState(false);
  const [code, setCode] = useState<{ reference: string; code: string } | null>(null);

  async function run(work: () => Promise<void>, again: () => void): Promise<void> {
    setBusy(true);
    try {
      await work();
      await client.invalidateQueries({ queryKey: REQUESTS_KEY });
    } catch (error) {
      const outdated = error instanceof CallFailed && error.problem && OUTDATED.includes(error.problem.code);
      if (outdated) await client.invalidateQueries({ queryKey: requestKey(requestId) });
      const retry = error instanceof CallFailed && (!error.problem || error.problem.status >= 429);
      tell({
        text: outdated ? `${problemWords(error, w)} ${w('problem.refreshed')}` : problemWords(error, w),
        tone: 'trouble',
        ...(retry ? { action: { label: w('trouble.retry'), run: again } } : {}),
      });
    } finally {
      setBusy(false);
    }
  }

  async function take(step: Exclude<RequestStep, 'code'>, body: object, key = newId()): Promise<void> {
    await run(
      async () => {
        const reply = await guarded(() => takeRequestStep(step, { id: requestId, version, key, body }));
        client.setQueryData(requestKey(requestId), reply);
        tell({ text: w(`request.done.${step}`), tone: 'done' });
      },
      () => void take(step, body, key).catch(reportError),
    );
  }

  async function replaceCode(key = newId()): Promise<void> {
    await run(
      async () => {
        setCode(await guarded(() => reissueCode({ id: requestId, version, key })));
        await client.invalidateQueries({ queryKey: requestKey(requestId) });
      },
      () => void replaceCode(key).catch(reportError),
    );
  }
  return { take, replaceCode, code, busy };
}
