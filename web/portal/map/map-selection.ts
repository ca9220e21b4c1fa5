import type { PortalParcelDetail } from '../../../server/domain/contract/portal/portal-parcels.ts';
import type { Extent, LonLat } from '../../map/map-context.ts';
import type { ParcelProperties } from '../../map/map-event.ts';
import { coveredRoom } from './map-covered.ts';
import type { MapStage } from './map-stage.ts';
import { parcelName } from './parcel-card.ts';
import { createCard } from './show-card.ts';

export interface Selection {
  /** What was picked on the map: a parcel that its tile knows, or a place where none is. */
  pick(parcel: ParcelProperties | null): void;
  /** A parcel by its id; `go`: the map moves there. Null: none. */
  select(id: string | null, go: boolean): Promise<void>;
  /** The day changed: what is selected is asked for again. */
  refresh(): void;
  /** Puts the card away. False: there was none. */
  away(): boolean;
  readonly current: () => string | null;
  /** EPSG code in which the selected parcel is registered, for a point in its box; else null. */
  sridAt(at: LonLat): number | null;
}

/** The box around nested GeoJSON positions. */
export function boxOf(coordinates: unknown): Extent {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  const walk = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    const [x, y] = part as unknown[];
    if (typeof x === 'number' && typeof y === 'number') {
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    } else part.forEach(walk);
  };
  walk(coordinates);
  return box;
}

/** A parcel with half of its size on each side of it. */
function roomAround([w, s, e, n]: Extent): Extent {
  const [x, y] = [(e - w) * 0.5, (n - s) * 0.5];
  return [w - x, s - y, e + x, n + y];
}

/** The selected parcel: on the map, in the card, in the address. `onChange` hears of another one. */
export function createSelection(stage: MapStage, onChange: (id: string | null) => void): Selection {
  const { words, language, host, target, update, day, say } = stage;
  let current: string | null = null;
  let legal: { srid: number; box: Extent } | null = null;
  const goTo = ({ geometry }: PortalParcelDetail) => {
    if (geometry)
      update({
        focus: {
          kind: 'extent',
          extent: roomAround(boxOf(geometry.coordinates)),
          covered: coveredRoom(target),
          smooth: true,
        },
      });
  };
  const set = (id: string | null) => {
    current = id;
    legal = null;
    update({ selected: id === null ? [] : [id], drawn: null });
    onChange(id);
  };
  const card = createCard(host, words, language, {
    close() {
      set(null);
      target.focus();
    },
    open: (id) => void select(id, true).catch(reportError),
    zoom: goTo,
  });
  async function show(parcel: { id: string } & Partial<ParcelProperties>, go: boolean): Promise<void> {
    set(parcel.id);
    const detail = await card.show(parcel, day());
    if (!detail || current !== parcel.id) return;
    const { geometry, geometryLegal, state } = detail;
    if (geometry && geometryLegal) legal = { srid: geometryLegal.srid, box: boxOf(geometry.coordinates) };
    // Historic land is in no tile of today; drawn from the register, hatched.
    if (geometry && state === 'historic') update({ drawn: { ...geometry, historic: true } });
    if (go) goTo(detail);
    say(parcelName(detail, words));
  }
  async function select(id: string | null, go: boolean): Promise<void> {
    if (id !== null) return show({ id }, go);
    card.hide();
    set(null);
  }
  return {
    pick(parcel) {
      if (parcel) void show(parcel, false).catch(reportError);
      else {
        set(null);
        void card.show(null, day()).catch(reportError);
        say(words('card.nothing'));
      }
    },
    select,
    refresh() {
      if (current) void show({ id: current }, false).catch(reportError);
    },
    away() {
      if (!card.shown()) return false;
      card.hide();
      set(null);
      target.focus();
      return true;
    },
    current: () => current,
    sridAt([x, y]) {
      if (!legal) return null;
      const [w, s, e, n] = legal.box;
      return x >= w && x <= e && y >= s && y <= n ? legal.srid : null;
    },
  };
}
