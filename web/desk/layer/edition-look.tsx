import { lazy, Suspense, useMemo } from 'react';
import { findingWords } from '../../../server/domain/finding/finding-text.ts';
import { type EditionPreview, editionTiles } from '../../api/layers.ts';
import type { Extent, ThemeLayer } from '../../map/map-context.ts';
import { ListState } from '../shell/list-state.tsx';
import { useWords } from '../shell/use-words.tsx';
import { usePreview } from './use-layers.ts';

const MapPane = lazy(() => import('../shell/map-pane.tsx'));

interface Props {
  readonly code: string;
  readonly no: number;
}

/** An edition over the register's map, in whatever state it is, and what is in it. */
export function EditionLook({ code, no }: Props) {
  const { w } = useWords();
  const preview = usePreview(code, no);
  const { data } = preview;
  const layer = useMemo<ThemeLayer | null>(
    () =>
      data
        ? {
            id: `edition-${code}-${no}`,
            kind: 'theme-tiles',
            theme: data.theme,
            url: editionTiles(code, no),
            attempt: 0,
          }
        : null,
    [code, no, data],
  );
  return (
    <section className="edition-look" data-look={`${code}.${no}`} aria-label={w('layers.lookAt', { no, code })}>
      <h2>{w('layers.lookAt', { no, code })}</h2>
      <ListState of={preview} empty={null}>
        {data && <Facts of={data} />}
      </ListState>
      <div className="edition-map">
        <Suspense>
          {data && layer && <MapPane records={null} edition={layer} focus={data.extent as Extent | null} />}
        </Suspense>
      </div>
    </section>
  );
}

function Facts({ of }: { readonly of: EditionPreview }) {
  const { w, language } = useWords();
  const { areas, lines, points, categories, hidden, findings, fileName } = of;
  // That it waits is said where it stands in the list.
  const told = findings.filter(({ code }) => code !== 'layer.waits');
  return (
    <>
      <p className="quiet">
        {w('layers.file', { name: fileName })} {w('layers.kinds', { areas, lines, points })}
      </p>
      <ul className="edition-classes">
        {categories.map(({ category, shapes }) => (
          <li key={category ?? ''}>{w('layers.class', { name: category ?? w('layers.noClass'), n: shapes })}</li>
        ))}
      </ul>
      {hidden > 0 && <p>{w('layers.hidden', { n: hidden })}</p>}
      {told.map(({ code, detail, count }) => {
        const { says } = findingWords(code, language, detail, 'desk');
        return <p key={code}>{count > 1 ? w('layers.finding', { says, n: count }) : says}</p>;
      })}
    </>
  );
}
