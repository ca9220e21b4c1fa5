import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { DealingDraft } from '../../../../server/domain/contract/dealing/dealing-draft.ts';
import { previewDealing } from '../../../api/dealings.ts';
import { guarded } from '../../shell/session/session-gate.ts';

/** How long nothing is typed or drawn before it is asked what would come of it, ms. */
const PAUSE_MS = 150;

/** What a draft would do, by the server's own rules, a moment after it last changed; null asks nothing. */
export function usePreview(draft: DealingDraft | null) {
  const text = draft === null ? null : JSON.stringify(draft);
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const asked = useQuery({
    queryKey: ['dealing-preview', settled],
    queryFn: () => guarded(() => previewDealing(JSON.parse(settled ?? 'null') as DealingDraft)),
    enabled: settled !== null,
    placeholderData: keepPreviousData,
    // Others change the register meanwhile; lodging asks again anyway.
    staleTime: 30_000,
  });
  const isOf = settled === text && !asked.isPlaceholderData;
  return { ...asked, data: text === null ? undefined : asked.data, isOf: isOf && asked.data !== undefined };
}
