import type { DealingStatus } from '../../../server/domain/dealing/dealing-state.ts';
import type { DealingStep } from '../../../server/domain/dealing/dealing-step.ts';
import { verdictSentence } from '../../../server/domain/dealing/verdict-text.ts';
import type { Language } from '../../../server/domain/words/language.ts';
import { CallFailed } from '../../api/get-json.ts';
import type { DeskWords } from '../../i18n/desk-words.ts';
import { problemWords } from '../shell/problem-words.ts';

/** What went wrong with a dealing, in words: each rule that stops it, or the state that it is in by now. */
export function dealingTrouble(error: unknown, w: DeskWords, language: Language): string {
  const problem = error instanceof CallFailed ? error.problem : null;
  if (problem?.verdicts && problem.verdicts.length > 0) {
    const stopping = problem.verdicts.map((verdict) => verdictSentence(verdict, language));
    return [problem.detail, ...new Set(stopping)].join(' ');
  }
  if (problem?.code === 'dealing.step_refused' && problem.state !== undefined) {
    const steps = (problem.allowed ?? []).map((step) => w(`dstep.${step as DealingStep}`));
    return [
      problem.detail,
      w(`dealingStatus.${problem.state as DealingStatus}`),
      steps.length > 0 ? w('problem.allowed', { steps: steps.join(', ') }) : w('problem.noneAllowed'),
    ].join(' ');
  }
  return problemWords(error, w);
}
