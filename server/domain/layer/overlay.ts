/** What thematic layers say of one parcel. */
import Type, { type Static } from 'typebox';
import { Day, Instant, nullable } from '../contract/fields.ts';
import { LayerCode } from './layer-facts.ts';
import { LAYER_THEMES, type LayerTheme } from './layer-theme.ts';

/** An edition of a layer, as everybody who sees it is told. */
export const LayerEdition = Type.Object({
  code: LayerCode,
  theme: Type.Unsafe<LayerTheme>({ type: 'string', enum: [...LAYER_THEMES] }),
  title: Type.String(),
  titleEn: nullable(Type.String()),
  edition: Type.Integer({ minimum: 1, description: 'Number of the edition within the layer' }),
  source: Type.String({ description: 'Whose data it is' }),
  licence: Type.String(),
  date: Day,
  inForceFrom: Instant,
  features: Type.Integer({ minimum: 1, description: 'Number of its shapes' }),
});
export type LayerEdition = Static<typeof LayerEdition>;

export const OverlayItem = Type.Object({
  no: Type.Integer({ minimum: 1, description: 'Number of the shape in the file it came from' }),
  category: nullable(Type.String({ description: 'Class' })),
  name: nullable(Type.String()),
  value: nullable(Type.Number({ description: 'Number that belongs to the shape' })),
  unit: nullable(Type.String({ description: 'Its unit: vnd_m2, m' })),
  areaM2: nullable(
    Type.Number({
      description:
        'Common ground, m², computed in the parcel’s legal system; null for lines and points, and where areas are not published',
    }),
  ),
  share: nullable(Type.Number({ minimum: 0, maximum: 1, description: 'Of the computed area of the parcel' })),
  lengthM: nullable(Type.Number({ description: 'Length of a line on the parcel, m' })),
  points: nullable(Type.Integer({ description: 'Points on the parcel' })),
});
export type OverlayItem = Static<typeof OverlayItem>;

export const Overlay = Type.Object({
  ...LayerEdition.properties,
  items: Type.Array(OverlayItem, {
    description: 'Largest first, at most 50; none where the layer has nothing on the parcel, slivers left out',
  }),
  more: Type.Integer({ minimum: 0, description: 'Further shapes on the parcel that are not listed' }),
});
export type Overlay = Static<typeof Overlay>;

/** A shape on a parcel as the database measured it. */
export interface OverlayRow {
  readonly layer: string;
  readonly no: number;
  readonly category: string | null;
  readonly name: string | null;
  readonly value: number | null;
  readonly unit: string | null;
  readonly areaM2: number | null;
  readonly lengthM: number | null;
  readonly points: number | null;
}

const MOST_ITEMS = 50;
const rounded = (value: number | null, decimals: number): number | null =>
  value === null ? null : Math.round(value * 10 ** decimals) / 10 ** decimals;

/** Every layer with what it has on the parcel, in the order of the layers. Areas to a hundredth of a square metre. */
export function groupOverlays(
  layers: readonly LayerEdition[],
  rows: readonly OverlayRow[],
  parcelM2: number,
): Overlay[] {
  return layers.map((layer) => {
    const own = rows.filter((row) => row.layer === layer.code);
    const items = own.slice(0, MOST_ITEMS).map(({ layer: _, areaM2, lengthM, ...row }) => ({
      ...row,
      areaM2: rounded(areaM2, 2),
      share: areaM2 === null ? null : rounded(Math.min(1, areaM2 / parcelM2), 4),
      lengthM: rounded(lengthM, 2),
    }));
    return { ...layer, items, more: own.length - items.length };
  });
}
