import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { newId } from '../../../api/new-id.ts';
import { type IssueRequest, issuePaper, paperFile } from '../../../api/paper/papers.ts';
import { useNotices } from '../../shell/notices.tsx';
import { problemWords } from '../../shell/problem-words.ts';
import { guarded } from '../../shell/session/session-gate.ts';
import { useWords } from '../../shell/use-words.tsx';
import { papersKey } from '../use-parcel.ts';

/** Has a paper made and offers it; after a lost reply the same key brings the paper that was made, not a second one. */
export function useIssuePaper(parcelId: string) {
  const client = useQueryClient();
  const tell = useNotices();
  const { w } = useWords();
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  async function issue(asked: IssueRequest, key = newId()): Promise<void> {
    setBusy(true);
    try {
      const { serial } = await guarded(() => issuePaper(asked, key));
      setMade(serial);
      tell({
        text: w('papers.made', { kind: w(`paper.${asked.kind}`), serial }),
        tone: 'done',
        action: { label: w('papers.open'), run: () => void open(paperFile(serial), '_blank', 'noopener') },
      });
    } catch (error) {
      const retry = () => void issue(asked, key).catch(reportError);
      tell({ text: problemWords(error, w), tone: 'trouble', action: { label: w('trouble.retry'), run: retry } });
    } finally {
      await client.invalidateQueries({ queryKey: papersKey(parcelId) });
      setBusy(false);
    }
  }
  return { issue, busy, made };
}
