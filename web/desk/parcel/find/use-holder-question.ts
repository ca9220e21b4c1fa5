import { useEffect, useMemo, useState } from 'react';
import type { HolderQuestion } from '../../../../server/domain/question/holder-question.ts';

type Parse = (text: string) => HolderQuestion | null;

/**
 * Whom a text asks for, where this person may ask; null for nobody, undefined as long as it is not known. The grammar is fetched when it is first
 * needed: no screen waits for it.
 */
export function useHolderQuestion(text: string, mayAsk: boolean): HolderQuestion | null | undefined {
  const [parse, setParse] = useState<Parse | null>(null);
  useEffect(() => {
    if (!mayAsk) return;
    import('../../../../server/domain/question/holder-question.ts')
      .then((grammar) => setParse(() => grammar.parseHolderQuestion))
      .catch(reportError);
  }, [mayAsk]);
  return useMemo(() => (mayAsk ? parse?.(text) : null), [parse, text, mayAsk]);
}
