import { verdictSentence } from '../../../../server/domain/dealing/verdict-text.ts';
import type { Verdict } from '../../../api/dealings.ts';
import { useWords } from '../../shell/use-words.tsx';

const SHAPE = { error: ['■', 'bad'], warning: ['▲', 'waiting'], info: ['·', 'quiet'] } as const;
const RANK = { error: 0, warning: 1, info: 2 } as const;

/** What the rules say, the gravest first: a word and a shape for how grave, then the sentence with its numbers. */
export function VerdictList({ verdicts }: { readonly verdicts: readonly Verdict[] }) {
  const { w, language } = useWords();
  const said = verdicts.map((verdict) => ({ ...verdict, sentence: verdictSentence(verdict, language) }));
  const once = said.filter(({ sentence }, at) => said.findIndex((other) => other.sentence === sentence) === at);
  const sorted = once.toSorted((a, b) => RANK[a.severity] - RANK[b.severity]);
  return (
    <ul className="verdicts">
      {sorted.map(({ code, severity, sentence }) => (
        <li key={`${code} ${sentence}`} data-severity={severity}>
          <span className="mark" data-tone={SHAPE[severity][1]}>
            <span aria-hidden="true">{SHAPE[severity][0]}</span> {w(`verdict.${severity}`)}
          </span>{' '}
          <span>{sentence}</span>
        </li>
      ))}
    </ul>
  );
}
