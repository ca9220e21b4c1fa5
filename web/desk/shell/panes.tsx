import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { readStored, writeStored } from './browser-storage.ts';
import { useWords } from './use-words.tsx';

interface Props {
  /** Name under which the widths are remembered. */
  readonly name: string;
  readonly list: ReactNode;
  readonly map: ReactNode;
  readonly sheet: ReactNode;
}

type Widths = readonly [list: number, sheet: number];
const DEFAULT: Widths = [42, 26];
/** Per cent of the width a pane has at least and at most. */
const [LEAST, MOST] = [16, 60];
const STEP = 2;
const PANES = ['list', 'map', 'sheet'] as const;

const clamp = (value: number) => Math.min(MOST, Math.max(LEAST, value));
const isWidths = (value: unknown): value is Widths =>
  Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'number' && part >= LEAST);

/** List, map and sheet beside each other, with widths that are remembered; on a narrow screen one at a time. */
export function Panes({ name, list, map, sheet }: Props) {
  const { w } = useWords();
  const host = useRef<HTMLDivElement>(null);
  const [widths, setWidths] = useState<Widths>(() => readStored(`panes.${name}`, isWidths) ?? DEFAULT);
  const [shown, setShown] = useState<(typeof PANES)[number]>('list');
  const resize = (at: 0 | 1, to: number) => {
    const [first, second] = at === 0 ? [clamp(to), widths[1]] : [widths[0], clamp(to)];
    // The map keeps a quarter of the screen.
    if (first + second > 76) return;
    setWidths([first, second]);
    writeStored(`panes.${name}`, [first, second]);
  };
  const separator = (at: 0 | 1, label: string) => {
    const onKeyDown = (event: KeyboardEvent) => {
      const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (way === undefined) return;
      event.preventDefault();
      resize(at, widths[at] + way * STEP * (at === 0 ? 1 : -1));
    };
    const onPointerMove = (event: PointerEvent) => {
      const box = host.current?.getBoundingClientRect();
      if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
      const share = ((event.clientX - box.left) / box.width) * 100;
      resize(at, at === 0 ? share : 100 - share);
    };
    return (
      // biome-ignore lint/a11y/useSemanticElements: a window splitter is a separator that can be moved (ARIA APG)
      <div
        className="splitter"
        role="separator"
        aria-orientation="vertical"
        aria-label={label}
        aria-valuenow={Math.round(widths[at])}
        aria-valuemin={LEAST}
        aria-valuemax={MOST}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove}
      />
    );
  };
  return (
    <div
      className="panes"
      ref={host}
      data-shown={shown}
      style={{ '--list': `${widths[0]}%`, '--sheet': `${widths[1]}%` } as object}
    >
      <div className="pane-tabs">
        {PANES.map((pane) => (
          <button key={pane} type="button" aria-pressed={shown === pane} onClick={() => setShown(pane)}>
            {w(`pane.${pane}`)}
          </button>
        ))}
      </div>
      <section className="pane pane-list" data-pane="list" aria-label={w('pane.list')} tabIndex={-1}>
        {list}
      </section>
      {separator(0, w('pane.widthList'))}
      <section className="pane pane-map" data-pane="map" aria-label={w('pane.map')} tabIndex={-1}>
        {map}
      </section>
      {separator(1, w('pane.widthSheet'))}
      <section className="pane pane-sheet" data-pane="sheet" aria-label={w('pane.sheet')} tabIndex={-1}>
        {sheet}
      </section>
    </div>
  );
}
