import { type Decision, OFFICER_RULE } from '../../../server/domain/batch/correction.ts';
import type { Edit } from '../../../server/domain/batch/edit.ts';
import {
  correctRecords,
  excludeRecords,
  includeRecords,
  type OverrideRequest,
  overrideBatch,
  type StepReply,
} from '../../api/batch/batch-steps.ts';
import type { RecordCorrection } from '../../api/batch/batches.ts';
import type { DeskWords } from '../../i18n/desk-words.ts';
import type { Action, TakeStep } from './use-step.ts';

type Target = Pick<RecordCorrection, 'recordNo' | 'field' | 'rule'>;
type Code = Extract<Parameters<typeof excludeRecords>[1], { code: unknown }>['code'];

/** What an officer does with records, each with the way back. */
export interface ReviewActions {
  decide(target: Target, decision: Decision): Promise<boolean>;
  decideAll(rule: string, decision: Decision): Promise<boolean>;
  edit(recordNo: number, edit: Edit): Promise<boolean>;
  exclude(recordNos: readonly number[], reason: string): Promise<boolean>;
  excludeAll(code: string, reason: string): Promise<boolean>;
  include(recordNos: readonly number[]): Promise<boolean>;
  override(options: OverrideRequest, after: (nextId: string) => void): Promise<boolean>;
}

/** The actions of a review on the batch that `take` acts on. */
export function reviewActions(take: TakeStep, w: DeskWords): ReviewActions {
  const correction = ({ recordNo, field, rule }: Target, decision: Decision): Action => ({
    call: (step) => correctRecords(step, { decision, recordNo, field, rule }),
    said: () => w(`done.${decision}`, { n: recordNo }),
  });
  const byRule = (rule: string, decision: Decision): Action => ({
    call: (step) => correctRecords(step, { decision, code: rule }),
    said: ({ changed }) => w(`done.${decision}All`, { n: changed }),
  });
  const including = (body: { recordNos: number[] } | { code: Code }): Action => ({
    call: (step) => includeRecords(step, body),
    said: ({ changed }) => w('done.include', { n: changed }),
  });
  const said = ({ changed }: StepReply) => w('done.exclude', { n: changed });
  return {
    decide: (target, decision) =>
      take({
        ...correction(target, decision),
        ...(decision === 'undo' ? {} : { undo: correction(target, 'undo') }),
      }),
    decideAll: (rule, decision) =>
      take({ ...byRule(rule, decision), ...(decision === 'undo' ? {} : { undo: byRule(rule, 'undo') }) }),
    edit: (recordNo, edit) =>
      take({
        call: (step) => correctRecords(step, { recordNo, edit }),
        said: () => w('done.edit', { n: recordNo }),
        undo: correction({ recordNo, field: edit.field, rule: OFFICER_RULE }, 'undo'),
      }),
    exclude: (recordNos, reason) =>
      take({
        call: (step) => excludeRecords(step, { recordNos: [...recordNos], reason }),
        said,
        undo: including({ recordNos: [...recordNos] }),
      }),
    excludeAll: (code, reason) =>
      take({
        call: (step) => excludeRecords(step, { code: code as Code, reason }),
        said,
        undo: including({ code: code as Code }),
      }),
    include: (recordNos) => take(including({ recordNos: [...recordNos] })),
    override: (options, after) =>
      take({
        call: (step) => overrideBatch(step, options),
        said: () => w('done.override'),
        after: ({ next }) => after(next.id),
      }),
  };
}
