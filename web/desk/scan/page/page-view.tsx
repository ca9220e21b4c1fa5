import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { useWords } from '../../shell/use-words.tsx';
import { type Box, nearer, type Size, type Turn, turnCss, type View, viewOf } from './view-of-box.ts';

interface Props {
  /** Address of its picture; null while there is none. */
  readonly url: string | null;
  readonly label: string;
  /** Of the full picture. */
  readonly page: Size;
  /** What is to be seen; null: the whole page. */
  readonly box: Box | null;
  readonly turn: Turn;
}

const STEP = 1.25;
const PAN = 80;
const FACTORS: Readonly<Record<string, number>> = { '+': STEP, '-': 1 / STEP };
const PANS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [PAN, 0],
  ArrowRight: [-PAN, 0],
  ArrowUp: [0, PAN],
  ArrowDown: [0, -PAN],
};

/** A page in its frame: it goes to what is to be read, and can be drawn and enlarged by pointer and keys. */
export function PageView({ url, label, page, box, turn }: Props) {
  const { w } = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size | null>(null);
  const [moved, setMoved] = useState<View | null>(null);
  const key = `${label} ${turn} ${box?.join()}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place to look at ends what one looked at by hand
  useEffect(() => setMoved(null), [key]);
  useEffect(() => {
    const host = frame.current;
    if (!host) return;
    const seen = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      if (width > 0 && height > 0) setSize({ width, height });
    });
    seen.observe(host);
    return () => seen.disconnect();
  }, []);
  const view = size && (moved ?? viewOf(size, page, box, turn));
  const now = useRef<View | null>(null);
  now.current = view;
  useEffect(() => {
    const host = frame.current;
    if (!host) return;
    // By hand, since React's wheel listeners cannot keep the page from scrolling.
    const onWheel = (event: WheelEvent) => {
      if (!now.current) return;
      event.preventDefault();
      const { left, top } = host.getBoundingClientRect();
      const at = { x: event.clientX - left, y: event.clientY - top };
      setMoved(nearer(now.current, at, event.deltaY < 0 ? STEP : 1 / STEP));
    };
    host.addEventListener('wheel', onWheel, { passive: false });
    return () => host.removeEventListener('wheel', onWheel);
  }, []);
  const draw = (dx: number, dy: number) => view && setMoved({ ...view, x: view.x + dx, y: view.y + dy });
  const enlarge = (factor: number) =>
    view && size && setMoved(nearer(view, { x: size.width / 2, y: size.height / 2 }, factor));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const [pan, factor] = [PANS[event.key], FACTORS[event.key]];
    if (pan) draw(...pan);
    else if (factor) enlarge(factor);
    else return;
    event.preventDefault();
  };
  const onPointerMove = (event: PointerEvent) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) draw(event.movementX, event.movementY);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a frame in which a picture is moved; no element says that
    <div
      ref={frame}
      className="page-frame"
      role="group"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: its keys move and enlarge the picture
      tabIndex={0}
      data-moving={moved !== null}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
    >
      {view && (
        <div
          className="page-sheet"
          style={{
            width: page.width,
            height: page.height,
            transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale}) ${turnCss(page, turn)}`,
          }}
        >
          {url && <img src={url} alt={label} width={page.width} height={page.height} draggable={false} />}
          {box && (
            <span
              className="page-box"
              data-box={box.join(' ')}
              style={{
                left: box[0],
                top: box[1],
                width: box[2],
                height: box[3],
                outlineWidth: 2 / view.scale,
                outlineOffset: 3 / view.scale,
              }}
            />
          )}
        </div>
      )}
      {!url && (
        <p className="page-waits" role="status">
          {w('state.loading')}
        </p>
      )}
    </div>
  );
}
