/** The map as data. Screens change a context; only this room touches OpenLayers. */
import type { LayerTheme } from '../../server/domain/layer/layer-theme.ts';
import type { Transformation } from '../../server/domain/map-sheet/transformation.ts';

/** West, south, east, north in degrees (CRS84). */
export type Extent = readonly [west: number, south: number, east: number, north: number];

/** Degrees (CRS84). */
export type LonLat = readonly [longitude: number, latitude: number];

/** Vector tiles of parcels, of what lies around them (communes, sheets, place names), or of records under review. */
export interface TileLayer {
  readonly id: string;
  readonly kind: 'parcel-tiles' | 'outline-tiles' | 'record-tiles';
  /** Address with {z}, {x}, {y}. */
  readonly url: string;
  /** Raise it to have the tiles that failed asked for again. */
  readonly attempt: number;
}

/** Vector tiles of a thematic layer. */
export interface ThemeLayer {
  readonly id: string;
  readonly kind: 'theme-tiles';
  /** How it is drawn. */
  readonly theme: LayerTheme;
  readonly url: string;
  readonly attempt: number;
}
export type LayerContext = TileLayer | ThemeLayer;

/** CSS pixels at each edge of the map that something else covers. */
export interface Room {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/**
 * Where the map is to go. A wish, not a state: another object is another wish, even with the same numbers in it, since
 * the reader may have moved away meanwhile.
 */
export type Focus =
  | {
      readonly kind: 'extent';
      readonly extent: Extent;
      readonly covered?: Room;
      readonly smooth?: boolean;
      /** Nearest zoom that it goes to by itself; left out, one at which neighbours are seen. */
      readonly closest?: number;
    }
  | { readonly kind: 'centre'; readonly centre: LonLat; readonly zoom: number | null; readonly smooth?: boolean };

/** One geometry drawn over the tiles, as GeoJSON coordinates in degrees. */
export interface DrawnParcel {
  readonly type: 'Polygon' | 'MultiPolygon';
  readonly coordinates: unknown;
  /** Historic land is hatched: a tile of today has nothing there. */
  readonly historic: boolean;
}

/** A piece of ground that two parcels claim, as GeoJSON in degrees. */
export interface DisputedGround {
  readonly type: 'Polygon' | 'MultiPolygon';
  readonly coordinates: unknown;
}

/** What is being measured. `vertices` in order; `next` follows the pointer until the next vertex is set. */
export interface Measurement {
  readonly kind: 'line' | 'area';
  readonly vertices: readonly LonLat[];
  readonly next: LonLat | null;
  readonly finished: boolean;
  /** What stands beside each side, in order; the last side of an area leads back. */
  readonly lengths?: readonly string[];
}

/** Where the reader's device believes to be. */
export interface PositionFix {
  readonly at: LonLat;
  readonly accuracyM: number;
}

/** A point in the plane of a sheet, metres: [east, north] of the system that is named beside it. */
export type Ground = readonly [x: number, y: number];

/** Rings of one parcel that are being drawn, exactly as the sheet has them; none repeats its first corner. */
export interface RingSketch {
  readonly srid: number;
  /** The outer one first. */
  readonly rings: readonly (readonly Ground[])[];
  readonly chosen: { readonly ring: number; readonly at: number } | null;
  /** Rings of the neighbours, whose corners and edges catch. */
  readonly targets: readonly (readonly Ground[])[];
}

/** One thing of a plan: ground as it was, is or would be, a line that cuts it, a corner, a length, what catches the pointer. */
interface Drawn {
  readonly kind:
    | 'part'
    | 'part-chosen'
    | 'subject'
    | 'old'
    | 'neighbour'
    | 'restriction'
    | 'cut'
    | 'corner'
    | 'length'
    | 'catch'
    | 'catch-corner';
  readonly label?: string;
}
type GroundPoints = readonly (readonly number[])[];
/** Places are [east, north] in metres. */
export type PlanShape = Drawn &
  (
    | { readonly rings: readonly GroundPoints[] }
    | { readonly line: GroundPoints }
    | { readonly point: readonly number[] }
  );

/** What a dealing would draw, exactly as the sheet has it. */
export interface SheetPlan {
  /** System of the sheet, EPSG. */
  readonly srid: number;
  readonly shapes: readonly PlanShape[];
  /** Whether a click sets a corner; else it picks what is there. */
  readonly drawing: boolean;
}

/** A scanned map sheet that lies over the land. */
export interface SheetPicture {
  /** Of its picture, within this page. */
  readonly url: string;
  /** Points of the picture. */
  readonly width: number;
  readonly height: number;
  /** System of the sheet, EPSG. */
  readonly srid: number;
  readonly transformation: Transformation;
  /** About how much ground a point of it shows, metres. */
  readonly metresPerPoint: number;
  /** 0 to 1. */
  readonly opacity: number;
}

export type Theme = 'light' | 'dark';

export interface MapContext {
  /** EPSG code of the view: 3857 for the portal, a TM-3 zone such as 9214 where what is seen must measure true. */
  readonly projection: number;
  /** In any order: fills lie under parcels and lines over them by their kind. */
  readonly layers: readonly LayerContext[];
  readonly focus: Focus | null;
  /** The view never leaves this; null: no limit. */
  readonly limits: Extent | null;
  /** Ids of the parcels, or numbers of the records, shown as selected. */
  readonly selected: readonly string[];
  /** Code of finding whose records are outlined. */
  readonly emphasis?: string | null;
  /** Ids of parcels that are not drawn: land that is, or would be, taken off the register. */
  readonly without?: readonly string[];
  /** Whether records under review carry their numbers; false where the register's own stand there. Default: they do. */
  readonly recordNumbers?: boolean;
  readonly drawn: DrawnParcel | null;
  /** Ground that two claim, drawn over everything, each piece with a mark that can be seen however small it is. */
  readonly disputed?: readonly DisputedGround[];
  readonly theme: Theme;
  readonly language: 'vi' | 'en';
  /** A point somebody asked for. */
  readonly marker: LonLat | null;
  readonly fix: PositionFix | null;
  readonly measurement: Measurement | null;
  /** Rings whose corners can be dragged; what is clicked meanwhile picks nothing. */
  readonly ring?: RingSketch | null;
  /** Drawn over everything, with what catches the pointer. */
  readonly plan?: SheetPlan | null;
  /** A scanned sheet to be traced, under lines and names. */
  readonly sheet?: SheetPicture | null;
  /** Ring of the sheet that would be printed, in degrees. */
  readonly frame: readonly LonLat[] | null;
}
