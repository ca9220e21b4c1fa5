import type { Pools } from '../../db/kit/pools.ts';
import { findOverviewShapes, findOverviewState, listLandUseFills } from '../../db/register/overview.ts';

/** A far look over all registered land; colours by main land use, null where it is not published or has none. */
export interface Overview {
  readonly width: number;
  readonly height: number;
  readonly sheets: readonly { readonly path: string; readonly fill: string | null }[];
  readonly communes: readonly {
    readonly path: string;
    readonly name: string;
    readonly x: number;
    readonly y: number;
  }[];
}

interface Kept {
  readonly mark: string;
  readonly overview: Overview | undefined;
}
/** The last picture of each register: it is asked for with every first page and changes with every registration only. */
const kept = new WeakMap<object, Kept>();

/** The picture that stands on the first page until the map does. Undefined: nothing registered, or the map is closed. */
export async function drawOverview(pools: Pick<Pools, 'tiles' | 'portal'>): Promise<Overview | undefined> {
  const { revision, fields } = await findOverviewState(pools.tiles);
  if (!fields.includes('*')) return undefined;
  const mark = `${revision} ${fields.join()}`;
  const last = kept.get(pools.tiles);
  if (last?.mark === mark) return last.overview;
  const [shapes, fills] = await Promise.all([findOverviewShapes(pools.tiles), listLandUseFills(pools.portal)]);
  const coloured = fields.includes('landUse');
  const overview = shapes && {
    ...shapes,
    sheets: shapes.sheets.map(({ path, landUse }) => ({
      path,
      fill: (coloured && landUse !== null && fills.get(landUse)) || null,
    })),
  };
  kept.set(pools.tiles, { mark, overview });
  return overview;
}
