import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { createPictureMap, type PictureContext, type PictureMapHandle } from '../../map/picture-map.ts';
import { useTheme } from '../shell/use-theme.ts';
import { useWords } from '../shell/use-words.tsx';

interface Props extends Omit<PictureContext, 'theme' | 'turn'> {
  /** Degrees by which it was turned to be read. */
  readonly turn: number;
  readonly children?: ReactNode;
  onPoint(at: readonly [x: number, y: number]): void;
}

const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
const QUARTER = 90;

/** The scanned sheet to be pointed at, by mouse or, with the middle of the frame, by Enter. */
export default function PicturePane({ url, width, height, turn, points, focus, children, onPoint }: Props) {
  const { w } = useWords();
  const { theme } = useTheme();
  const target = useRef<HTMLDivElement>(null);
  const map = useRef<PictureMapHandle | null>(null);
  const heard = useRef(onPoint);
  heard.current = onPoint;
  const [turned, setTurned] = useState(turn);
  useEffect(() => {
    if (!target.current) return;
    const made = createPictureMap(target.current, { still, onPoint: (at) => heard.current(at) });
    map.current = made;
    return () => {
      map.current = null;
      made.close();
    };
  }, []);
  useEffect(() => {
    map.current?.show({ url, width, height, turn: turned, points, focus, theme });
  }, [url, width, height, turned, points, focus, theme]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.target !== target.current) return;
    event.preventDefault();
    if (map.current) onPoint(map.current.centre());
  };
  return (
    <div className="map-pane sheet-picture">
      <div
        ref={target}
        className="map-target"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: its keys move and enlarge the picture
        tabIndex={0}
        aria-label={w('sheet.picture')}
        onKeyDown={onKeyDown}
      />
      <div className="map-reticle" aria-hidden="true" />
      {children}
      <div className="map-zoom">
        <button
          type="button"
          aria-label={w('sheet.nearer')}
          title={w('sheet.nearer')}
          onClick={() => map.current?.zoomBy(1)}
        >
          +
        </button>
        <button
          type="button"
          aria-label={w('sheet.farther')}
          title={w('sheet.farther')}
          onClick={() => map.current?.zoomBy(-1)}
        >
          −
        </button>
        <button
          type="button"
          aria-label={w('sheet.turn')}
          title={w('sheet.turn')}
          onClick={() => setTurned((now) => (now + QUARTER) % 360)}
        >
          ↻
        </button>
      </div>
    </div>
  );
}
