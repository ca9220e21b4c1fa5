import { Button } from '@mantine/core';
import { OFFICER_RULE } from '../../../../server/domain/batch/correction.ts';
import { formatMoment } from '../../../../server/domain/words/format-day.ts';
import { formatNumber } from '../../../../server/domain/words/format-number.ts';
import type { RecordCorrection } from '../../../api/batch/batches.ts';
import { staffName } from '../../shell/session/staff-name.ts';
import { useWords } from '../../shell/use-words.tsx';
import { fieldName } from '../field-name.ts';
import type { ReviewActions } from '../review-actions.ts';

interface Props {
  readonly corrections: readonly RecordCorrection[];
  readonly allowed: boolean;
  readonly actions: ReviewActions;
}

/** Corrections, before and after, each to be taken, refused or taken back: this one, or all by the same rule. */
export function CorrectionTable({ corrections, allowed, actions }: Props) {
  const { w, language } = useWords();
  /** A ring is kept as its corners and m². */
  const shown = (field: string, text: string) => {
    const [corners = '', area = ''] = text.split(' ');
    if (field !== 'ring' || !Number.isFinite(Number(area))) return text;
    return w('correction.ring', { n: corners, area: formatNumber(Number(area), language, 1) });
  };
  return (
    <ul className="corrections">
      {corrections.map((correction) => {
        const { field, rule, status, before, after, reason, decidedBy, decidedAt } = correction;
        const inEffect = status === 'applied' || status === 'accepted';
        const byHand = rule === OFFICER_RULE;
        const isDecided = status === 'accepted' || status === 'rejected';
        return (
          <li key={`${field} ${rule}`} data-status={status}>
            <p className="correction-head">
              <strong>{fieldName(field, w)}</strong> <span className="quiet">{w(`correction.${status}`)}</span>
            </p>
            <p className="correction-change">
              <del>{shown(field, before) || w('raw.nothing')}</del> <span aria-hidden="true">→</span>{' '}
              <ins>{shown(field, after) || w('raw.nothing')}</ins>
            </p>
            <p className="quiet">
              {byHand ? w('correction.byHand', { reason: reason ?? '' }) : w('correction.byRule', { rule })}
              {(isDecided || byHand) &&
                ` ${w('correction.decided', { who: staffName(decidedBy, w), when: formatMoment(decidedAt, language) })}`}
            </p>
            {allowed && (
              <div className="sheet-buttons">
                {!inEffect && (
                  <Button variant="default" data-do="accept" onClick={() => actions.decide(correction, 'accept')}>
                    {w('correction.accept')}
                  </Button>
                )}
                {inEffect && !byHand && (
                  <Button variant="default" data-do="reject" onClick={() => actions.decide(correction, 'reject')}>
                    {w('correction.reject')}
                  </Button>
                )}
                {(isDecided || byHand) && (
                  <Button variant="default" onClick={() => actions.decide(correction, 'undo')}>
                    {w('correction.undo')}
                  </Button>
                )}
                {!byHand && (
                  <Button variant="subtle" onClick={() => actions.decideAll(rule, inEffect ? 'reject' : 'accept')}>
                    {w(inEffect ? 'correction.rejectAll' : 'correction.acceptAll')}
                  </Button>
                )}
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
