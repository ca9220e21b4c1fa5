import { Button } from '@mantine/core';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { getTile } from '../../api/get-tile.ts';
import { outlineTiles, parcelTiles } from '../../api/portal.ts';
import { wordsOf } from '../../i18n/words.ts';
import { boxAround } from '../../map/box-around.ts';
import { createMap, type MapHandle } from '../../map/create-map.ts';
import type {
  DisputedGround,
  DrawnParcel,
  Extent,
  Focus,
  LayerContext,
  LonLat,
  MapContext,
  RingSketch,
  SheetPicture,
  SheetPlan,
  ThemeLayer,
} from '../../map/map-context.ts';
import type { ParcelProperties, RecordProperties } from '../../map/map-event.ts';
import { layerContexts, MapLayers, useMapLayers } from '../layer/map-layers.tsx';
import { useRegisterRevision } from './register-revision.ts';
import { useOfficer } from './session/use-me.tsx';
import { useTheme } from './use-theme.ts';
import { useWords } from './use-words.tsx';

interface Props {
  /** Tiles of a batch under review; null: none. */
  readonly records: string | null;
  /** An edition of a layer that is looked at, in force or not. */
  readonly edition?: ThemeLayer | null;
  readonly selected?: readonly string[];
  readonly emphasis?: string | null;
  readonly drawn?: DrawnParcel | null;
  /** Rings that are being drawn. */
  readonly ring?: RingSketch | null;
  /** What a dealing would draw. */
  readonly plan?: SheetPlan | null;
  /** A scanned sheet over the land. */
  readonly sheet?: SheetPicture | null;
  /** Day of which the parcels are drawn; today where it is left out. */
  readonly at?: string | null;
  /** Where to go; another object is another wish. */
  readonly focus: Extent | null;
  /** Whether it goes so near that what it goes to fills the map: for drawing, where centimetres count. */
  readonly near?: boolean;
  /** Where it opens while there is no wish: the officer's communes unless said otherwise. */
  readonly ground?: Extent | null;
  /** Whether it is known where the map opens: what would be left again at once is not asked for. */
  readonly ready?: boolean;
  /** Parcels of the register that are not drawn. */
  readonly without?: readonly string[];
  /** Whether records carry their numbers; where they are registered, the register's stand there. */
  readonly recordNumbers?: boolean;
  /** Ground that two claim. */
  readonly disputed?: readonly DisputedGround[];
  onRing?(rings: RingSketch['rings']): void;
  /** While something is drawn: a corner is set, the pointer moves, the line is ended. */
  onCorner?(at: LonLat, metresPerPixel: number): void;
  onPointer?(at: LonLat | null, metresPerPixel: number): void;
  onFinish?(): void;
  onRecord?(record: RecordProperties | null): void;
  onParcel?(parcel: ParcelProperties | null): void;
}

/** The registry's legal system: what is seen measures true. The page says which. */
const SRID = Number(document.getElementById('desk')?.dataset.srid ?? 9214);
/** One and the same, so that nothing differs from one look to the next. */
const NONE: readonly never[] = [];
/** Zoom at which a garden fills the map, and CSS pixels around it for tools and for what lies beside. */
const NEAREST = 22;
const DRAWING_ROOM = { top: 56, right: 48, bottom: 40, left: 48 } as const;
const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** The map of the desk, in the legal TM-3. What is clicked or taken with Enter is told; what fails is shown. */
export default function MapPane(props: Props) {
  const {
    records,
    edition = null,
    selected = NONE,
    emphasis = null,
    drawn = null,
    ring = null,
    plan = null,
    sheet = null,
    at = null,
    focus,
    near = false,
    ground = null,
    ready = true,
    without = NONE,
    recordNumbers = true,
    disputed = NONE,
    onRing,
    onCorner,
    onPointer,
    onFinish,
    onRecord,
    onParcel,
  } = props;
  const { language, w } = useWords();
  const { theme } = useTheme();
  const { communes } = useOfficer();
  const revision = useRegisterRevision();
  const target = useRef<HTMLDivElement>(null);
  const map = useRef<MapHandle | null>(null);
  /** The last wish: while there is no new one the map stays where the officer moved it. */
  const wished = useRef<Focus | null>(null);
  const heardWish = useRef<Focus | null>(null);
  const heard = useRef({ onRing, onCorner, onPointer, onFinish, onRecord, onParcel });
  heard.current = { onRing, onCorner, onPointer, onFinish, onRecord, onParcel };
  /** Metres a pixel stands for: how near to something a pointer means it. */
  const scale = useRef(1);
  const [attempt, setAttempt] = useState(0);
  const [pending, setPending] = useState(0);
  const [failed, setFailed] = useState(false);
  const home = useMemo(() => boxAround(communes.map((commune) => (commune.bbox ?? null) as Extent | null)), [communes]);
  const themes = useMapLayers();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what of the layers counts is named
  const layers = useMemo<LayerContext[]>(
    () => [
      { id: 'parcels', kind: 'parcel-tiles', url: `${parcelTiles(at)}#${revision}`, attempt },
      { id: 'outlines', kind: 'outline-tiles', url: `${outlineTiles(at)}#${revision}`, attempt },
      ...layerContexts(themes, attempt),
      ...(edition ? [{ ...edition, attempt }] : []),
      ...(records === null ? [] : [{ id: 'records', kind: 'record-tiles' as const, url: records, attempt }]),
    ],
    [at, revision, records, edition, attempt, themes.known, themes.on],
  );
  const wish = useMemo<Focus | null>(
    () =>
      focus
        ? near
          ? { kind: 'extent', extent: focus, covered: DRAWING_ROOM, closest: NEAREST, smooth: true }
          : { kind: 'extent', extent: roomAround(focus), smooth: true }
        : null,
    [focus, near],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same ground again is no other place
  const start = useMemo<Focus | null>(() => {
    const extent = ground ?? home;
    return extent ? { kind: 'extent', extent } : null;
  }, [ground?.join(), home]);

  useEffect(() => {
    if (!target.current) return;
    const made = createMap(target.current, {
      fetchTile: getTile,
      still,
      report(event) {
        if (event.kind === 'loading') {
          setPending(event.pending);
        } else if (event.kind === 'failed') setFailed(true);
        else if (event.kind === 'ring') heard.current.onRing?.(event.rings);
        else if (event.kind === 'moved') scale.current = event.place.metresPerPixel;
        else if (event.kind === 'vertex') heard.current.onCorner?.(event.at, scale.current);
        else if (event.kind === 'pointer') heard.current.onPointer?.(event.at, scale.current);
        else if (event.kind === 'finish') heard.current.onFinish?.();
        else if (event.kind === 'picked') {
          heard.current.onRecord?.(event.record);
          heard.current.onParcel?.(event.parcel);
        }
      },
    });
    map.current = made;
    return () => {
      map.current = null;
      made.close();
    };
  }, []);

  const [opened, setOpened] = useState(ready);
  if (ready && !opened) setOpened(true);
  useEffect(() => {
    if (!opened) return;
    if (wish && wish !== heardWish.current) {
      // The first wish is where the map opens; only from there is there a way to go.
      wished.current = heardWish.current ? wish : { ...wish, smooth: false };
      heardWish.current = wish;
    }
    const context: MapContext = {
      projection: SRID,
      layers,
      focus: wished.current ?? start,
      limits: null,
      selected,
      emphasis,
      drawn,
      without,
      recordNumbers,
      disputed,
      ring,
      theme,
      language,
      marker: null,
      fix: null,
      measurement: null,
      plan,
      sheet,
      frame: null,
    };
    map.current?.show(context);
  }, [
    opened,
    layers,
    wish,
    start,
    selected,
    emphasis,
    drawn,
    ring,
    without,
    recordNumbers,
    disputed,
    plan,
    sheet,
    theme,
    language,
  ]);

  const again = () => {
    setFailed(false);
    setAttempt((attempts) => attempts + 1);
  };
  useEffect(() => {
    if (!failed) return;
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.target !== target.current) return;
    event.preventDefault();
    if (plan?.drawing) {
      const place = map.current?.place();
      if (place) onCorner?.(place.centre, place.metresPerPixel);
      return;
    }
    onRecord?.(map.current?.recordAtCentre() ?? null);
    onParcel?.(map.current?.parcelAtCentre() ?? null);
  };
  const words = wordsOf(language);
  return (
    <div className="map-pane">
      <div
        ref={target}
        className="map-target"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: as above
        tabIndex={0}
        aria-roledescription={words('map.role')}
        aria-label={w('map.label')}
        data-pending={pending}
        onKeyDown={onKeyDown}
      />
      <div className="map-reticle" aria-hidden="true" />
      <MapLayers {...themes} />
      <div className="map-zoom">
        <button
          type="button"
          aria-label={words('map.zoomIn')}
          title={words('map.zoomIn')}
          onClick={() => map.current?.zoomBy(1)}
        >
          +
        </button>
        <button
          type="button"
          aria-label={words('map.zoomOut')}
          title={words('map.zoomOut')}
          onClick={() => map.current?.zoomBy(-1)}
        >
          −
        </button>
      </div>
      <div className="map-chips" role="status">
        {pending > 0 && <span className="chip">{words('map.loading')}</span>}
        {failed && (
          <span className="chip">
            {words('map.failed')}{' '}
            <Button variant="default" onClick={again}>
              {words('map.retry')}
            </Button>
          </span>
        )}
      </div>
    </div>
  );
}

/** Degrees of room around a box, so that a parcel is seen among its neighbours. */
function roomAround([w, s, e, n]: Extent): Extent {
  const [dx, dy] = [Math.max((e - w) / 4, 0.0002), Math.max((n - s) / 4, 0.0002)];
  return [w - dx, s - dy, e + dx, n + dy];
}
