import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { type DocumentSummary, listDocuments } from '../../api/document/documents.ts';
import { CallFailed } from '../../api/get-json.ts';
import { PARCELS_KEY } from '../parcel/use-parcel.ts';
import { useNotices } from '../shell/notices.tsx';
import { problemWords } from '../shell/problem-words.ts';
import { guarded } from '../shell/session/session-gate.ts';
import { useWords } from '../shell/use-words.tsx';
import { askedOf, type ScanQueue } from './scan-queue.ts';
import { DOCUMENTS_KEY, documentKey } from './use-documents.ts';

/** How far ahead one looks for the next document that nobody has in hand. */
const AHEAD = 20;

/** Whether a document of a queue waits for me. */
function isMine(queue: ScanQueue, { heldBy, mine, links, mayRead, maySettle }: DocumentSummary): boolean {
  if (queue === 'again') return mayRead;
  if (queue === 'differs') return maySettle;
  return queue === 'second' ? links.some(({ mayDecide }) => mayDecide) : heldBy === null || mine;
}

/** Takes steps on a document, says what came of them, and leads on to the next that waits in the queue. */
export function useDocumentStep(id: string) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const tell = useNotices();
  const { w } = useWords();
  const [busy, setBusy] = useState(false);

  async function goOn(queue: ScanQueue): Promise<void> {
    const { items } = await guarded(() => listDocuments({ ...askedOf(queue), limit: AHEAD }, null));
    const next = items.find((one) => one.id !== id && isMine(queue, one));
    await navigate(next ? `/desk/scans/${next.id}` : `/desk/scans?queue=${queue}`);
  }

  /** `queue`: where the next one is looked for; null stays here. */
  async function take(step: () => Promise<DocumentSummary>, done: string, queue: ScanQueue | null): Promise<void> {
    setBusy(true);
    try {
      await guarded(step);
      tell({ text: done, tone: 'done' });
      await Promise.all([
        client.invalidateQueries({ queryKey: DOCUMENTS_KEY }),
        client.invalidateQueries({ queryKey: documentKey(id), exact: true }),
        client.invalidateQueries({ queryKey: ['document', id, 'second'], refetchType: 'none' }),
        client.invalidateQueries({ queryKey: PARCELS_KEY }),
      ]);
      if (queue !== null) await goOn(queue);
    } catch (error) {
      const refused = error instanceof CallFailed && error.problem !== null && error.problem.status < 429;
      const again = () => void take(step, done, queue).catch(reportError);
      tell({
        text: problemWords(error, w),
        tone: 'trouble',
        ...(refused ? {} : { action: { label: w('trouble.retry'), run: again } }),
      });
      await client.invalidateQueries({ queryKey: documentKey(id), exact: true });
    } finally {
      setBusy(false);
    }
  }
  return { take, busy };
}
