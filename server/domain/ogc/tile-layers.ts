/** What lies in vector tiles, in the words of a TileJSON: layers, their fields, from which zoom on. */

export interface TileLayer {
  readonly id: string;
  /** 0 points, 1 lines, 2 areas. */
  readonly dimension: 0 | 1 | 2;
  readonly minzoom: number;
  readonly fields: Readonly<Record<string, 'String' | 'Number'>>;
}

/** As far as the publication policy lets tiles tell them. */
const TILE_ATTRIBUTES = {
  parcels: {
    id: 'String',
    code: 'String',
    commune: 'String',
    sheet: 'String',
    no: 'String',
    landUse: 'String',
    areaM2: 'Number',
  },
  labels: { no: 'String', areaM2: 'Number', landUse: 'String' },
  communes: { code: 'String', name: 'String' },
  'commune-labels': { code: 'String', name: 'String' },
  sheets: { commune: 'String', sheet: 'String', scale: 'Number', unit: 'String', landUse: 'String' },
  places: { name: 'String', commune: 'String' },
  features: { no: 'Number', category: 'String', name: 'String', value: 'Number', unit: 'String' },
} as const satisfies Record<string, TileLayer['fields']>;

const layer = (id: keyof typeof TILE_ATTRIBUTES, dimension: TileLayer['dimension'], minzoom: number): TileLayer => ({
  id,
  dimension,
  minzoom,
  fields: TILE_ATTRIBUTES[id],
});

export const PARCEL_LAYERS: readonly TileLayer[] = [layer('parcels', 2, 0), layer('labels', 0, 16)];
export const OUTLINE_LAYERS: readonly TileLayer[] = [
  layer('communes', 2, 0),
  layer('commune-labels', 0, 8),
  layer('sheets', 2, 11),
  layer('places', 0, 13),
];
/** Of a thematic layer: areas, lines or points. */
export const FEATURE_LAYERS: readonly TileLayer[] = [layer('features', 2, 0)];
