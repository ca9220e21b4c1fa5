import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { arrangePages, type ScanDetail } from '../../../api/document/scans.ts';
import { CallFailed } from '../../../api/get-json.ts';
import { useNotices } from '../../shell/notices.tsx';
import { problemWords } from '../../shell/problem-words.ts';
import { guarded } from '../../shell/session/session-gate.ts';
import { useWords } from '../../shell/use-words.tsx';
import { DOCUMENTS_KEY } from '../use-documents.ts';
import { type Arrangement, askedOf, isSame } from './arrangement.ts';

/** Documents that may still be changed. */
export const baseOf = ({ documents }: ScanDetail): Arrangement =>
  documents
    .filter(({ status }) => status === 'to_review' || status === 'reading')
    .map(({ id, pages }) => ({ id, pages }));

interface History {
  readonly steps: readonly Arrangement[];
  readonly at: number;
}

/** An arrangement in the making: every act can be taken back, also once it was kept. */
export function useArrangement(scan: ScanDetail) {
  const { w } = useWords();
  const client = useQueryClient();
  const tell = useNotices();
  const base = baseOf(scan);
  // Null: nothing was done yet, and what the archive has is what is shown.
  const [kept, setHistory] = useState<History | null>(null);
  const history: History = kept ?? { steps: [base], at: 0 };
  const [saving, setSaving] = useState(false);
  const wanted = history.steps[history.at] ?? base;
  const isChanged = !isSame(base, wanted);
  useEffect(() => {
    if (!isChanged) return;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', stay);
    return () => removeEventListener('beforeunload', stay);
  }, [isChanged]);

  async function save(): Promise<void> {
    setSaving(true);
    try {
      const there = await guarded(() => arrangePages(scan.id, askedOf(base, wanted)));
      // The pages of these documents are others now: nothing that was fetched of them holds.
      for (const { id } of [...base, ...wanted]) client.removeQueries({ queryKey: ['document', id] });
      client.setQueryData(['scan', scan.id], there);
      tell({ text: w('arrange.kept'), tone: 'done' });
      await client.invalidateQueries({ queryKey: DOCUMENTS_KEY });
    } catch (error) {
      tell({ text: problemWords(error, w), tone: 'trouble' });
      // Refused, since it is otherwise by now: what was done began at something that is not there any more.
      if (error instanceof CallFailed && error.problem !== null && [409, 412, 422].includes(error.problem.status))
        setHistory(null);
      await client.invalidateQueries({ queryKey: ['scan', scan.id] });
    } finally {
      setSaving(false);
    }
  }
  return {
    base,
    wanted,
    isChanged,
    saving,
    canUndo: history.at > 0,
    canRedo: history.at < history.steps.length - 1,
    act(change: (piles: Arrangement) => Arrangement): void {
      const next = change(wanted);
      if (isSame(next, wanted)) return;
      setHistory({ steps: [...history.steps.slice(0, history.at + 1), next], at: history.at + 1 });
    },
    undo: () => setHistory({ ...history, at: Math.max(0, history.at - 1) }),
    redo: () => setHistory({ ...history, at: Math.min(history.steps.length - 1, history.at + 1) }),
    save,
  };
}
