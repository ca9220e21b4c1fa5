import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DealingStep } from '../../../server/domain/dealing/dealing-step.ts';
import { type DealingDetail, takeDealingStep } from '../../api/dealings.ts';
import { CallFailed } from '../../api/get-json.ts';
import { newId } from '../../api/new-id.ts';
import { PARCELS_KEY } from '../parcel/use-parcel.ts';
import { useNotices } from '../shell/notices.tsx';
import { registerChanged } from '../shell/register-revision.ts';
import { guarded } from '../shell/session/session-gate.ts';
import { useWords } from '../shell/use-words.tsx';
import { dealingTrouble } from './dealing-trouble.ts';
import { ANY_DEALING, DEALINGS_KEY, dealingKey } from './use-dealings.ts';

/** Codes after which the screen shows what is not so any more. */
const OUTDATED = ['dealing.step_refused', 'version.stale', 'dealing.blocked', 'dealing.not_found'];

/** Takes steps on a dealing in the state that is on the screen; a lost reply is asked for again with the same key. */
export function useDealingStep(dealing: DealingDetail) {
  const client = useQueryClient();
  const tell = useNotices();
  const { w, language } = useWords();
  const [busy, setBusy] = useState(false);
  const { dealingId, version } = dealing;
  const refresh = async () => {
    // Those of its file moved with it.
    await client.invalidateQueries({ queryKey: dealing.file.length > 1 ? ANY_DEALING : dealingKey(dealingId) });
    await client.invalidateQueries({ queryKey: DEALINGS_KEY });
    await client.invalidateQueries({ queryKey: PARCELS_KEY });
  };
  async function take(step: DealingStep, reason?: string, key = newId()): Promise<void> {
    setBusy(true);
    try {
      const asked = { id: dealingId, version, key, ...(reason === undefined ? {} : { reason }) };
      const reply = await guarded(() => takeDealingStep(step, asked));
      client.setQueryData(dealingKey(dealingId), reply);
      tell({ text: w(`ddone.${step}`), tone: 'done' });
      if (step === 'approve') registerChanged();
      await refresh();
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      const outdated = error.problem !== null && OUTDATED.includes(error.problem.code);
      if (outdated) await refresh();
      const trouble = dealingTrouble(error, w, language);
      tell({
        text: outdated ? `${trouble} ${w('problem.refreshed')}` : trouble,
        tone: 'trouble',
        ...(error.problem && error.problem.status < 429
          ? {}
          : { action: { label: w('trouble.retry'), run: () => void take(step, reason, key).catch(reportError) } }),
      });
    } finally {
      setBusy(false);
    }
  }
  return { take, busy };
}
