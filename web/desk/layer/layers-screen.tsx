import { Button } from '@mantine/core';
import { useState } from 'react';
import type { LayerEditionDetail } from '../../../server/domain/contract/layers.ts';
import { layerTitle } from '../../../server/domain/layer/overlay-words.ts';
import { formatDay, formatMoment } from '../../../server/domain/words/format-day.ts';
import type { StaffLayer } from '../../api/layers.ts';
import '../parcel/land.css';
import { ReasonDialog } from '../review/reason-dialog.tsx';
import { ListState } from '../shell/list-state.tsx';
import { useWords } from '../shell/use-words.tsx';
import './layer.css';
import { LayerSignMark } from './layer-sign-mark.tsx';
import { useDecide, useLayers } from './use-layers.ts';

/** Thematic layers with their editions; a second person decides on those that wait. */
export default function LayersScreen() {
  const { w } = useWords();
  const layers = useLayers();
  const items = layers.data?.items ?? [];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and may hold nothing that takes the keys
    <section className="screen layers-screen" tabIndex={0} aria-label={w('layers.title')}>
      <h1>{w('layers.title')}</h1>
      <p className="quiet">{w('layers.lead')}</p>
      <ListState of={layers} empty={items.length === 0 ? w('layers.none') : null}>
        {items.map((layer) => (
          <Layer key={layer.code} layer={layer} />
        ))}
      </ListState>
    </section>
  );
}

function Layer({ layer }: { readonly layer: StaffLayer }) {
  const { w, language } = useWords();
  return (
    <section className="layer" data-layer={layer.code} aria-labelledby={`layer-${layer.code}`}>
      <h2 id={`layer-${layer.code}`}>
        <LayerSignMark of={layer.theme} /> {layerTitle(layer, language)}
      </h2>
      <p className="quiet">
        <code>{layer.code}</code> · {w(layer.channels.length > 0 ? 'layers.public' : 'layers.staffOnly')}
      </p>
      <ul className="land-lines">
        {layer.editions.map((edition) => (
          <Edition key={edition.no} layer={layer} edition={edition} />
        ))}
      </ul>
    </section>
  );
}

interface EditionProps {
  readonly layer: StaffLayer;
  readonly edition: LayerEditionDetail;
}

function Edition({ layer, edition }: EditionProps) {
  const { w, language } = useWords();
  const [asks, setAsks] = useState(false);
  const { decide, busy } = useDecide(layer, edition.no);
  const { no, status, source, licence, date, features, own, allowed } = edition;
  const names = { no, layer: layerTitle(layer, language) };
  const put = (reason: string | null) => void decide(reason).catch(reportError);
  return (
    <li data-edition={no} data-status={status}>
      <div>
        <strong>{w('layers.edition', { no })}</strong> ·{' '}
        <span className="edition-state">{w(`layers.status.${status}`)}</span>{' '}
        <span className="quiet">{whenOf(edition, w, language)}</span>
      </div>
      <div>{w('layers.of', { source, licence, day: formatDay(date, language), n: features })}</div>
      {status === 'proposed' && own && <div className="quiet">{w('layers.own')}</div>}
      {allowed.length > 0 && (
        <div className="sheet-buttons">
          <Button loading={busy} aria-label={w('layers.enforceOf', names)} onClick={() => put(null)}>
            {w('layers.enforce')}
          </Button>
          <Button
            variant="default"
            disabled={busy}
            aria-label={w('layers.refuseOf', names)}
            onClick={() => setAsks(true)}
          >
            {w('layers.refuse')}
          </Button>
        </div>
      )}
      <ReasonDialog
        title={asks ? w('layers.refuseOf', names) : null}
        text=""
        confirm={w('layers.refuse')}
        required
        grave
        onConfirm={(reason) => {
          setAsks(false);
          put(reason);
        }}
        onClose={() => setAsks(false)}
      />
    </li>
  );
}

function whenOf(
  { status, proposedAt, decidedAt, endedAt, reason }: LayerEditionDetail,
  w: ReturnType<typeof useWords>['w'],
  language: ReturnType<typeof useWords>['language'],
): string {
  const moment = (at: string | null) => formatMoment(at ?? proposedAt, language);
  if (status === 'proposed') return w('layers.broughtIn', { when: moment(proposedAt) });
  if (status === 'refused') return w('layers.refusedAt', { when: moment(decidedAt), reason: reason ?? '' });
  const since = w('layers.since', { when: moment(decidedAt) });
  return endedAt === null ? since : `${since} ${w('layers.until', { when: moment(endedAt) })}`;
}
