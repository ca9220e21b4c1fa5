import type { Extent, Ground, LonLat } from './map-context.ts';

/** What a tile says of a parcel (contract 3). What the publication policy keeps back is absent. */
export interface ParcelProperties {
  readonly id: string;
  readonly code?: string;
  readonly commune?: string;
  readonly sheet?: string;
  readonly no?: string;
  readonly landUse?: string;
  readonly areaM2?: number;
}

/** What a tile says of a record under review. */
export interface RecordProperties {
  readonly recordNo: number;
  readonly status: string;
}

/** Where the map stands after a movement. */
export interface MapPlace {
  readonly centre: LonLat;
  /** Mercator zoom level of the same ground scale, whatever the projection of the view. */
  readonly zoom: number;
  readonly extent: Extent;
  /** Metres on the ground a CSS pixel stands for. */
  readonly metresPerPixel: number;
}

/** What the map reports; the only way things come back from it. */
export type MapEvent =
  | {
      readonly kind: 'picked';
      readonly parcel: ParcelProperties | null;
      readonly record: RecordProperties | null;
      readonly at: LonLat;
    }
  /** A click or tap while something is being measured. */
  | { readonly kind: 'vertex'; readonly at: LonLat }
  /** Rings as they were dragged, in the system of the sketch. */
  | { readonly kind: 'ring'; readonly rings: readonly (readonly Ground[])[] }
  | { readonly kind: 'finish' }
  | { readonly kind: 'pointer'; readonly at: LonLat | null }
  | { readonly kind: 'moved'; readonly place: MapPlace }
  | { readonly kind: 'loading'; readonly pending: number }
  | { readonly kind: 'failed'; readonly failed: number };
