import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { OpenedDraft } from '../../../../server/domain/contract/dealing/dealing-draft.ts';
import { openDealing, takeDealingStep } from '../../../api/dealings.ts';
import { CallFailed } from '../../../api/get-json.ts';
import { newId } from '../../../api/new-id.ts';
import { PARCELS_KEY } from '../../parcel/use-parcel.ts';
import { useNotices } from '../../shell/notices.tsx';
import { guarded } from '../../shell/session/session-gate.ts';
import { useWords } from '../../shell/use-words.tsx';
import { dealingTrouble } from '../dealing-trouble.ts';
import { ANY_DEALING, DEALINGS_KEY } from '../use-dealings.ts';

interface Kept {
  readonly text: string;
  readonly id: string;
  readonly key: string;
}

/**
 * Opens a dealing and lodges it by one press, or keeps it as a draft. The ids stay with what is said: pressed again after
 * a lost reply, it is the same dealing; said otherwise, it is another.
 */
export function useLodge(after?: () => void) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const tell = useNotices();
  const { w, language } = useWords();
  const [busy, setBusy] = useState(false);
  const kept = useRef<Kept | null>(null);
  async function send(draft: OpenedDraft, lodges: boolean): Promise<void> {
    const text = JSON.stringify(draft);
    if (kept.current?.text !== text) kept.current = { text, id: newId(), key: newId() };
    const { id, key } = kept.current;
    setBusy(true);
    let opened = false;
    let shown = id;
    try {
      const { dealing } = await guarded(() => openDealing(id, draft));
      opened = true;
      // Several of one file are looked at, and lodged, on the page of the first.
      shown = dealing.file[0]?.dealingId ?? id;
      // After a lost reply it may be lodged already.
      if (lodges && dealing.status === 'draft') {
        await guarded(() => takeDealingStep('lodge', { id, version: dealing.version, key }));
      }
      tell({
        text: w(lodges ? 'ddone.lodge' : draft.after === undefined ? 'form.drafted' : 'dealfile.added'),
        tone: 'done',
      });
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      const refused = error.problem !== null && error.problem.status < 429;
      tell({
        text: dealingTrouble(error, w, language),
        tone: 'trouble',
        ...(refused
          ? {}
          : { action: { label: w('trouble.retry'), run: () => void send(draft, lodges).catch(reportError) } }),
      });
      // What was opened and cannot be lodged waits on its page, with the rules that stop it.
      if (!opened || !refused) {
        // Somebody was faster: what they did is shown beside what was typed.
        if (refused) await client.invalidateQueries({ queryKey: PARCELS_KEY });
        return;
      }
    } finally {
      setBusy(false);
    }
    after?.();
    await client.invalidateQueries({ queryKey: DEALINGS_KEY });
    await client.invalidateQueries({ queryKey: PARCELS_KEY });
    if (draft.after !== undefined) await client.invalidateQueries({ queryKey: ANY_DEALING });
    await navigate(`/desk/dealings/${shown}`);
  }
  return { send, busy };
}
