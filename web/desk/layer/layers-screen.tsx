import { Button } from '@mantine/core';
import { useState } from 'react';
import { layerTitle } from '../../../server/domain/layer/overlay-words.ts';
import type { StaffLayer } from '../../api/layers.ts';
import '../parcel/land.css';
import { ListState } from '../shell/list-state.tsx';
import { useAsked } from '../shell/use-asked.ts';
import { useWords } from '../shell/use-words.tsx';
import { ArrivalRow } from './arrival-row.tsx';
import { BringLayer } from './bring-layer.tsx';
import { EditionLook } from './edition-look.tsx';
import { EditionRow } from './edition-row.tsx';
import { FetchRow } from './fetch-row.tsx';
import './layer.css';
import { LayerSignMark } from './layer-sign-mark.tsx';
import { useLayers } from './use-layers.ts';

/** In the address: the edition that is looked at, `flood.2`. */
const LOOK = 'look';

/** What is being brought: a layer that is new, or a newer edition of one. */
type Bringing = { readonly of: StaffLayer | null } | null;

/** Thematic layers with their editions: brought from a file, looked at on the map, decided on by a second person, taken back. */
export default function LayersScreen() {
  const { w } = useWords();
  const layers = useLayers();
  const [asked, ask] = useAsked();
  const [bringing, setBringing] = useState<Bringing>(null);
  const { items = [], arrivals = [], fetches = [], sources = [], mayBring = false } = layers.data ?? {};
  const [code, no] = (asked.get(LOOK) ?? '').split('.');
  const looked = items.find((layer) => layer.code === code)?.editions.find((edition) => edition.no === Number(no));
  const key = looked ? `${code}.${looked.no}` : null;
  return (
    <div className="layers-page" data-looks={key !== null}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and may hold nothing that takes the keys */}
      <section className="screen layers-screen" tabIndex={0} aria-label={w('layers.title')}>
        <header className="layers-head">
          <h1>{w('layers.title')}</h1>
          {mayBring && <Button onClick={() => setBringing({ of: null })}>{w('layers.bring')}</Button>}
        </header>
        <p className="quiet">{w('layers.lead')}</p>
        {bringing && (
          <BringLayer
            key={bringing.of?.code ?? ''}
            of={bringing.of}
            known={items}
            sources={sources}
            onClose={() => setBringing(null)}
          />
        )}
        {arrivals.length + fetches.length > 0 && (
          <section className="layer" aria-label={w('layers.arrivals')}>
            <h2>{w('layers.arrivals')}</h2>
            <ul className="land-lines">
              {fetches.map((fetch) => (
                <FetchRow key={fetch.fetchId} of={fetch} />
              ))}
              {arrivals.map((arrival) => (
                <ArrivalRow key={arrival.batchId} of={arrival} />
              ))}
            </ul>
          </section>
        )}
        <ListState of={layers} empty={items.length === 0 && arrivals.length === 0 ? w('layers.none') : null}>
          {items.map((layer) => (
            <Layer
              key={layer.code}
              layer={layer}
              looked={key}
              onLook={(next) => ask({ [LOOK]: next === key ? null : next })}
              onBring={mayBring ? () => setBringing({ of: layer }) : null}
            />
          ))}
        </ListState>
      </section>
      {looked && code && <EditionLook key={key} code={code} no={looked.no} />}
    </div>
  );
}

interface LayerProps {
  readonly layer: StaffLayer;
  readonly looked: string | null;
  onLook(key: string): void;
  readonly onBring: (() => void) | null;
}

function Layer({ layer, looked, onLook, onBring }: LayerProps) {
  const { w, language } = useWords();
  const title = layerTitle(layer, language);
  return (
    <section className="layer" data-layer={layer.code} aria-labelledby={`layer-${layer.code}`}>
      <div className="layers-head">
        <h2 id={`layer-${layer.code}`}>
          <LayerSignMark of={layer.theme} /> {title}
        </h2>
        {onBring && (
          <Button variant="default" aria-label={w('layers.newerOf', { layer: title })} onClick={onBring}>
            {w('layers.newer')}
          </Button>
        )}
      </div>
      <p className="quiet">
        <code>{layer.code}</code> · {w(layer.channels.length > 0 ? 'layers.public' : 'layers.staffOnly')}
      </p>
      <ul className="land-lines">
        {layer.editions.map((edition) => {
          const key = `${layer.code}.${edition.no}`;
          return (
            <EditionRow
              key={edition.no}
              layer={layer}
              edition={edition}
              isLookedAt={looked === key}
              onLook={() => onLook(key)}
            />
          );
        })}
      </ul>
    </section>
  );
}
