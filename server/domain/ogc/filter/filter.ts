/** Filters on features (CQL2, OGC 21-065r2): what both encodings become, checked against the fields that may be asked by. */
import type { OgcField } from '../collections.ts';

export const COMPARISONS = ['=', '<>', '<', '>', '<=', '>='] as const;
export type Comparison = (typeof COMPARISONS)[number];

export type FilterValue = string | number;

/** Least and greatest of each axis. */
export type Bounds = readonly [number, number, number, number];

/** Coordinates of a shape are in the system of `filter-crs`, in its order of axes. */
export type Filter =
  | boolean
  | { readonly op: 'and' | 'or'; readonly args: readonly Filter[] }
  | { readonly op: 'not'; readonly arg: Filter }
  | { readonly op: Comparison; readonly field: OgcField; readonly value: FilterValue }
  | { readonly op: 'like'; readonly field: OgcField; readonly value: string }
  | { readonly op: 'between'; readonly field: OgcField; readonly low: FilterValue; readonly high: FilterValue }
  | { readonly op: 'in'; readonly field: OgcField; readonly values: readonly FilterValue[] }
  | { readonly op: 'isNull'; readonly field: OgcField }
  | { readonly op: 's_intersects'; readonly wkt: string; readonly bounds: Bounds };

/** Bounds of a filter: letters, parts within parts, entries of a list and corners of a shape. */
export const FILTER_BOUNDS = { letters: 4_000, depth: 30, list: 200, corners: 500 } as const;

/** Why a filter is refused; the message is for whoever wrote it. */
export class NoFilter extends Error {
  override readonly name = 'NoFilter';
}
