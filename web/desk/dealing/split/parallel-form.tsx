import { Button, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import {
  cutAtArea,
  cutAtOffset,
  type Edge,
  edgesOf,
  groundFor,
  type ParallelCut,
} from '../../../../server/domain/geometry/parallel-cut.ts';
import { formatAreaColumn, formatFixed } from '../../../../server/domain/words/format-number.ts';
import type { ParcelDetail } from '../../../api/parcels.ts';
import type { DeskWordKey } from '../../../i18n/desk-words.ts';
import { useWords } from '../../shell/use-words.tsx';
import { readArea } from '../form/read-area.ts';
import type { DrawAction } from './draw-history.ts';
import { readLength } from './read-length.ts';

/** A cut that is typed and not yet set: the edge it follows, and where it would run. */
export interface Ghost {
  readonly edge: Edge;
  readonly cut: ParallelCut | null;
}

type By = 'area' | 'offset';

interface Props {
  readonly parcel: ParcelDetail;
  act(action: DrawAction): void;
  /** Shows it on the map; null shows none. */
  onGhost(ghost: Ghost | null): void;
}

/** A cut parallel to an edge, by the area wanted or by the distance; both areas stand below it while it is typed. */
export function ParallelForm({ parcel, act, onGhost }: Props) {
  const { w, language } = useWords();
  const { coordinates } = parcel.geometryLegal;
  const edges = useMemo(() => edgesOf(coordinates), [coordinates]);
  const longest = edges.reduce((best, edge, at) => (edge.lengthM > (edges[best]?.lengthM ?? 0) ? at : best), 0);
  const [which, setWhich] = useState(longest);
  const [by, setBy] = useState<By>('area');
  const [text, setText] = useState('');
  const edge = edges[which];
  const value = by === 'area' ? readArea(text) : readLength(text);
  const legal = parcel.legalAreaM2;
  const cut = useMemo(() => {
    if (!edge || value === null) return null;
    return by === 'offset'
      ? cutAtOffset(coordinates, edge, value)
      : cutAtArea(coordinates, edge, groundFor(value, parcel.areaM2, legal));
  }, [coordinates, edge, by, value, legal, parcel.areaM2]);
  const typed = text.trim() !== '';
  const wrong: DeskWordKey | null =
    !typed || cut ? null : value === null ? 'parallel.noNumber' : `parallel.tooMuch.${by}`;
  useEffect(() => {
    onGhost(typed && edge ? { edge, cut } : null);
  }, [typed, edge, cut, onGhost]);
  const set = () => {
    if (!cut) return;
    act({ do: 'typed', points: cut.line });
    setText('');
  };
  // As the register will share it: in proportion to what is computed.
  const asShared = (m2: number) => (legal === null ? m2 : (m2 * legal) / (parcel.areaM2 || 1));
  const shown = (m2: number) => formatAreaColumn(asShared(m2), language);
  if (!edge) return null;
  return (
    <fieldset className="land-typed" data-part="parallel">
      <legend>{w('parallel.title')}</legend>
      <NativeSelect
        label={w('parallel.edge')}
        value={String(which)}
        data={edges.map(({ lengthM }, at) => ({
          value: String(at),
          label: w('parallel.edgeOf', { n: at + 1, length: formatFixed(lengthM, language, 2) }),
        }))}
        onChange={(event) => setWhich(Number(event.currentTarget.value))}
      />
      <SegmentedControl
        aria-label={w('parallel.title')}
        value={by}
        data={[
          { value: 'area', label: w('parallel.byArea') },
          { value: 'offset', label: w('parallel.byOffset') },
        ]}
        onChange={(chosen) => setBy(chosen === 'offset' ? 'offset' : 'area')}
      />
      <TextInput
        label={w(by === 'area' ? (legal === null ? 'parallel.area' : 'parallel.legalArea') : 'parallel.offset')}
        value={text}
        inputMode="decimal"
        autoComplete="off"
        {...(wrong ? { error: w(wrong) } : {})}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') set();
        }}
      />
      <p role="status" className="number">
        {cut &&
          w('parallel.would', {
            near: shown(cut.nearM2),
            far: shown(cut.farM2),
            offset: formatFixed(cut.offsetM, language, 2),
          })}
      </p>
      <Button variant="default" disabled={!cut} onClick={set}>
        {w('parallel.set')}
      </Button>
    </fieldset>
  );
}
