import { Button } from '@mantine/core';
import { useState } from 'react';
import type { LayerEditionDetail } from '../../../server/domain/contract/layers.ts';
import type { EditionStep } from '../../../server/domain/layer/edition-step.ts';
import { layerTitle } from '../../../server/domain/layer/overlay-words.ts';
import { formatDay, formatMoment } from '../../../server/domain/words/format-day.ts';
import type { StaffLayer } from '../../api/layers.ts';
import { ReasonDialog } from '../review/reason-dialog.tsx';
import { useWords } from '../shell/use-words.tsx';
import { useEditionStep } from './use-layers.ts';

interface Props {
  readonly layer: StaffLayer;
  readonly edition: LayerEditionDetail;
  readonly isLookedAt: boolean;
  onLook(): void;
}

/** Steps for which a reason is asked. */
const WITH_REASON: readonly EditionStep[] = ['refuse', 'withdraw'];

/** One edition: its state, whose data it is, and what may be done with it. */
export function EditionRow({ layer, edition, isLookedAt, onLook }: Props) {
  const { w, language } = useWords();
  const [asks, setAsks] = useState<EditionStep | null>(null);
  const { take, busy } = useEditionStep(layer, edition.no);
  const { no, status, source, licence, date, features, own, allowed, restores, sourceUrl } = edition;
  const names = { no, layer: layerTitle(layer, language) };
  const put = (step: EditionStep, reason: string | null) => void take(step, reason).catch(reportError);
  return (
    <li data-edition={no} data-status={status}>
      <div>
        <strong>{w('layers.edition', { no })}</strong> ·{' '}
        <span className="edition-state">{w(`layers.status.${status}`)}</span>{' '}
        <span className="quiet">{whenOf(edition, w, language)}</span>
      </div>
      <div>{w('layers.of', { source, licence, day: formatDay(date, language), n: features })}</div>
      {sourceUrl !== null && <div className="quiet layer-url">{w('layers.fromUrl', { url: sourceUrl })}</div>}
      {restores !== null && <div className="quiet">{w('layers.restores', { no: restores })}</div>}
      {status === 'proposed' && own && <div className="quiet">{w('layers.own')}</div>}
      <div className="sheet-buttons">
        <Button variant="default" aria-pressed={isLookedAt} aria-label={w('layers.lookOf', names)} onClick={onLook}>
          {w('layers.look')}
        </Button>
        {allowed.map((step) => (
          <Button
            key={step}
            {...(step === 'enforce' ? { loading: busy } : { variant: 'default', disabled: busy })}
            aria-label={w(`layers.${step}Of`, names)}
            onClick={() => (WITH_REASON.includes(step) ? setAsks(step) : put(step, null))}
          >
            {w(`layers.${step}`)}
          </Button>
        ))}
      </div>
      <ReasonDialog
        title={asks && w(`layers.${asks}Of`, names)}
        text={asks === 'withdraw' && status === 'in_force' ? w('layers.withdrawSays') : ''}
        confirm={w(asks === 'withdraw' ? 'layers.withdraw' : 'layers.refuse')}
        required
        grave
        onConfirm={(reason) => {
          setAsks(null);
          if (asks) put(asks, reason);
        }}
        onClose={() => setAsks(null)}
      />
    </li>
  );
}

function whenOf(
  { status, proposedAt, decidedAt, endedAt, reason, withdrawnAt, withdrawal }: LayerEditionDetail,
  w: ReturnType<typeof useWords>['w'],
  language: ReturnType<typeof useWords>['language'],
): string {
  const moment = (at: string | null) => formatMoment(at ?? proposedAt, language);
  if (status === 'proposed') return w('layers.broughtIn', { when: moment(proposedAt) });
  if (status === 'refused') return w('layers.refusedAt', { when: moment(decidedAt), reason: reason ?? '' });
  if (status === 'withdrawn') return w('layers.refusedAt', { when: moment(withdrawnAt), reason: withdrawal ?? '' });
  const since = w('layers.since', { when: moment(decidedAt) });
  return endedAt === null ? since : `${since} ${w('layers.until', { when: moment(endedAt) })}`;
}
