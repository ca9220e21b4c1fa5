import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { isBatch } from '../../../server/domain/batch/batch-state.ts';
import type { BatchStep } from '../../../server/domain/batch/batch-step.ts';
import {
  approveReversal,
  cancelBatch,
  promoteBatch,
  proposeBatch,
  rejectBatch,
  reverseBatch,
  sendBackBatch,
} from '../../api/batch/batch-steps.ts';
import type { BatchDetail } from '../../api/batch/batches.ts';
import { useOfficer } from '../shell/session/use-me.tsx';
import { useWords } from '../shell/use-words.tsx';
import { ReasonDialog, type Survey } from './reason-dialog.tsx';
import type { Action, TakeStep } from './use-step.ts';

type Asked = Extract<
  BatchStep,
  'propose' | 'promote' | 'sendBack' | 'reject' | 'reverse' | 'approveReversal' | 'cancel'
>;
/** The one primary step of a view is the first of these that is hers to take. */
const PRIMARY: readonly Asked[] = ['promote', 'approveReversal', 'propose', 'cancel'];
/** A no is as near as a yes: it is never looked for in a menu. */
const BESIDE: readonly Asked[] = ['sendBack'];
const OTHERS: readonly Asked[] = ['reverse', 'reject'];
const GRAVE: readonly Asked[] = ['reject', 'reverse', 'approveReversal', 'cancel'];
const NEEDS_REASON: readonly Asked[] = ['sendBack', 'reject', 'reverse'];

interface Props {
  readonly batch: BatchDetail;
  readonly take: TakeStep;
  readonly busy: boolean;
}

/** The steps of a batch as a whole: one primary, the others beside it; one that cannot be taken says why. */
export function StepBar({ batch, take, busy }: Props) {
  const { w } = useWords();
  const { me } = useOfficer();
  const [asked, setAsked] = useState<Asked | null>(null);
  const primary = PRIMARY.find((step) => batch.allowed.includes(step));
  const mine = (steps: readonly Asked[]) => steps.filter((step) => batch.allowed.includes(step));
  // Of a file that was refused there is nothing else to be done as a whole.
  const isRefused = batch.status === 'refused';
  const beside = mine(isRefused ? [...BESIDE, ...OTHERS] : BESIDE);
  const others = isRefused ? [] : mine(OTHERS);
  const own = batch.proposedBy?.id === me.id;
  const isProposed = isBatch(batch.status, 'proposed');
  const label = (step: Asked) => {
    if (step === 'sendBack' && own) return w('step.takeBack');
    return w(step === 'reject' && isRefused ? 'step.putAway' : `step.${step}`);
  };
  const actionOf = (step: Asked, reason: string, survey: Survey | null): Action => {
    const said = () => {
      if (step === 'reject') return w(isRefused ? 'done.putAway' : 'done.reject_batch');
      return w(`done.${step}`);
    };
    const key = batch.proposalDealingId ?? undefined;
    const decided = key === undefined ? {} : { key };
    switch (step) {
      case 'propose':
        return {
          call: (one) =>
            proposeBatch(one, { ...(reason === '' ? {} : { note: reason }), ...(survey === null ? {} : { survey }) }),
          said,
          undo: {
            call: (one) => sendBackBatch(one, { reason: w('done.tookBackReason') }),
            said: () => w('done.takeBack'),
          },
        };
      case 'promote':
        return {
          call: (one) => promoteBatch(one, {}),
          said: () => w('done.promote', { n: batch.registrable }),
          ...decided,
        };
      case 'approveReversal':
        return { call: (one) => approveReversal(one, {}), said, ...decided };
      case 'sendBack':
        return { call: (one) => sendBackBatch(one, { reason }), said };
      case 'reject':
        return { call: (one) => rejectBatch(one, { reason }), said };
      case 'cancel':
        return { call: cancelBatch, said };
      case 'reverse':
        return { call: (one) => reverseBatch(one, { reason }), said };
    }
  };
  const about = (step: Asked) =>
    w(step === 'reject' && isRefused ? 'step.putAway.about' : `step.${step}.about`, { n: batch.registrable });
  const isSame = batch.difference !== null && batch.registrable === 0 && batch.counts.blocked === 0;
  const why =
    isProposed && own
      ? w('step.whyOwn')
      : batch.blocked && batch.status === 'validated'
        ? w(isSame ? 'step.whyNothing' : 'step.whyBlocked')
        : null;
  return (
    <div className="step-bar">
      {why && !primary && <span className="quiet why">{why}</span>}
      {beside.map((step) => (
        <Button key={step} variant="default" onClick={() => setAsked(step)}>
          {label(step)}
        </Button>
      ))}
      {others.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default">{w('step.more')}</Button>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((step) => (
              <Menu.Item key={step} onClick={() => setAsked(step)}>
                {label(step)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {primary && (
        <Button className="primary" loading={busy} onClick={() => setAsked(primary)}>
          {primary === 'promote' ? w('step.promoteN', { n: batch.registrable }) : label(primary)}
        </Button>
      )}
      <ReasonDialog
        key={asked}
        title={asked && label(asked)}
        text={asked ? about(asked) : ''}
        confirm={asked ? label(asked) : ''}
        required={asked !== null && NEEDS_REASON.includes(asked)}
        hidden={asked === 'promote' || asked === 'approveReversal' || asked === 'cancel'}
        grave={asked !== null && GRAVE.includes(asked) && !isRefused}
        onClose={() => setAsked(null)}
        surveyed={asked === 'propose' ? (batch.difference?.resurveyed ?? 0) : 0}
        onConfirm={(reason, survey) => {
          const step = asked;
          setAsked(null);
          if (step) void take(actionOf(step, reason, survey)).catch(reportError);
        }}
      />
    </div>
  );
}
