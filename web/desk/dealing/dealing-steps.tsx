import { Button } from '@mantine/core';
import { useState } from 'react';
import { isDealing } from '../../../server/domain/dealing/dealing-state.ts';
import type { DealingStep } from '../../../server/domain/dealing/dealing-step.ts';
import { isOwn } from '../../../server/domain/dealing/step-rule.ts';
import { stops } from '../../../server/domain/dealing/verdict.ts';
import type { DealingDetail } from '../../api/dealings.ts';
import { ReasonDialog } from '../review/reason-dialog.tsx';
import { useOfficer } from '../shell/session/use-me.tsx';
import { useWords } from '../shell/use-words.tsx';
import { useDealingStep } from './use-dealing-step.ts';

/** The one primary step is the first of these that is hers. */
const PRIMARY: readonly DealingStep[] = ['approve', 'lodge', 'resume', 'examine'];
const NEEDS_REASON: readonly DealingStep[] = ['suspend', 'refuse', 'withdraw'];
const GRAVE: readonly DealingStep[] = ['refuse', 'withdraw'];

/** The steps of a dealing that are mine now: the primary one last, where the eye ends; a no beside it, never in a menu. */
export function DealingSteps({ dealing }: { readonly dealing: DealingDetail }) {
  const { w } = useWords();
  const { me } = useOfficer();
  const { take, busy } = useDealingStep(dealing);
  const [asked, setAsked] = useState<DealingStep | null>(null);
  const { steps } = dealing;
  const waits = isDealing(dealing.status, 'lodged');
  const why = waits && isOwn({ proposedBy: dealing.proposedBy.id }, me) ? w('dealing.own') : null;
  // Who opened it can say that she examined it, but it is nobody's next step.
  const primary = PRIMARY.find((step) => steps.includes(step) && !(step === 'examine' && why !== null));
  const stopped = stops(dealing.verdicts);
  return (
    <div className="step-bar">
      {!steps.includes('approve') && (why !== null || (waits && steps.length === 0)) && (
        <span className="quiet why">{why ?? w('dealing.noSteps')}</span>
      )}
      {steps
        .filter((step) => step !== primary)
        .map((step) => (
          <Button key={step} variant="default" onClick={() => setAsked(step)}>
            {w(`dstep.${step}`)}
          </Button>
        ))}
      {primary && (
        <Button
          className="primary"
          loading={busy}
          disabled={stopped && (primary === 'approve' || primary === 'lodge')}
          onClick={() => setAsked(primary)}
        >
          {w(`dstep.${primary}`)}
        </Button>
      )}
      <ReasonDialog
        key={asked}
        title={asked && w(`dstep.${asked}`)}
        text={asked ? w(`dstep.${asked}.about`) : ''}
        confirm={asked ? w(`dstep.${asked}`) : ''}
        required={asked !== null && NEEDS_REASON.includes(asked)}
        hidden={asked !== null && !NEEDS_REASON.includes(asked)}
        grave={asked !== null && GRAVE.includes(asked)}
        onClose={() => setAsked(null)}
        onConfirm={(reason) => {
          const step = asked;
          setAsked(null);
          if (step) void take(step, NEEDS_REASON.includes(step) ? reason : undefined).catch(reportError);
        }}
      />
    </div>
  );
}
