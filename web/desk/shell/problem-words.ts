import type { BatchStatus } from '../../../server/domain/batch/batch-state.ts';
import type { BatchStep } from '../../../server/domain/batch/batch-step.ts';
import { CallFailed } from '../../api/get-json.ts';
import type { DeskWordKey, DeskWords } from '../../i18n/desk-words.ts';

/** What went wrong, in words: what happened, the present state where the server names it, and what can be done now. */
export function problemWords(error: unknown, w: DeskWords): string {
  if (!(error instanceof CallFailed)) return w('problem.ours');
  const { problem } = error;
  if (!problem) return w(navigator.onLine ? 'problem.network' : 'problem.offline');
  const parts = [problem.detail];
  if (problem.errors) parts.push(w('problem.fields', { fields: problem.errors.map(({ field }) => field).join(', ') }));
  if (problem.code === 'batch.step_refused' && problem.state !== undefined) {
    const state = w(`status.${problem.state as BatchStatus}`);
    const steps = (problem.allowed ?? []).map((step) => w(`step.${step as BatchStep}` as DeskWordKey));
    parts.splice(0, 1, w('problem.state', { state }));
    parts.push(steps.length > 0 ? w('problem.allowed', { steps: steps.join(', ') }) : w('problem.noneAllowed'));
  }
  return parts.join(' ');
}

/** Kinds of trouble that a list shows in its place, each with another way out. */
export type TroubleKind = 'noRight' | 'notFound' | 'offline' | 'busy' | 'failed';

export function troubleKind(error: unknown): TroubleKind {
  if (!(error instanceof CallFailed)) return 'failed';
  const status = error.problem?.status;
  if (status === undefined) return 'offline';
  if (status === 403) return 'noRight';
  if (status === 404) return 'notFound';
  return status === 429 || status === 503 ? 'busy' : 'failed';
}
