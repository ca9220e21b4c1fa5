/** The map as data. Screens change a context; only apply-diff.ts touches OpenLayers. */

/** West, south, east, north in degrees (CRS84). */
export type Extent = readonly [west: number, south: number, east: number, north: number];

/** Vector tiles of parcels. */
export interface ParcelTiles {
  readonly id: string;
  readonly kind: 'parcel-tiles';
  /** Address with {z}, {x}, {y}. */
  readonly url: string;
}
export type LayerContext = ParcelTiles;

export interface MapContext {
  /** Bottom first. */
  readonly layers: readonly LayerContext[];
  /** What the map is opened on; changing it moves the map. Null: the limits. */
  readonly focus: Extent | null;
  /** The view never leaves this; null: no limit. */
  readonly limits: Extent | null;
  /** Id of the parcel shown as selected. */
  readonly selected: string | null;
  readonly theme: 'light' | 'dark';
}

/** What a tile says of a parcel (contract 3). */
export interface ParcelProperties {
  readonly id: string;
  readonly code: string;
  readonly commune: string;
  readonly sheet: string;
  readonly no: string;
  readonly landUse: string;
  readonly areaM2: number;
}

/** What the map reports; the only way things come back from it. */
export type MapEvent =
  | { readonly kind: 'picked'; readonly parcel: ParcelProperties | null }
  | { readonly kind: 'loading'; readonly pending: number }
  | { readonly kind: 'failed'; readonly failed: number };
