import type { Extent, LayerContext, MapContext } from './map-context.ts';

/** What must be done to a map to get from one context to the next. */
export interface ContextDiff {
  readonly removed: readonly string[];
  readonly added: readonly LayerContext[];
  /** Same id, other content: replaced at its place. */
  readonly changed: readonly LayerContext[];
  /** Ids of layers whose failed tiles are to be asked for again. */
  readonly retried: readonly string[];
  readonly projection: boolean;
  readonly limits: boolean;
  readonly focus: boolean;
  /** How the tiles look: selection, theme, language. */
  readonly look: boolean;
  /** Everything drawn over the tiles. */
  readonly sketch: boolean;
  /** What a dealing would draw. */
  readonly plan: boolean;
  /** The scanned sheet. */
  readonly sheet: boolean;
}

const sameExtent = (a: Extent | null, b: Extent | null) => a === b || (!!a && !!b && a.every((n, i) => n === b[i]));
const sameList = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((x, i) => x === b[i]);

/** Pure comparison; `null` as the old context means a map with nothing on it. */
export function diffContext(before: MapContext | null, after: MapContext): ContextDiff {
  const old = new Map((before?.layers ?? []).map((layer) => [layer.id, layer]));
  const ids = new Set(after.layers.map((layer) => layer.id));
  const differs = (...keys: (keyof MapContext)[]) => !before || keys.some((key) => before[key] !== after[key]);
  const another = (layer: LayerContext) => {
    const was = old.get(layer.id);
    return was !== undefined && (was.url !== layer.url || was.kind !== layer.kind);
  };
  return {
    removed: [...old.keys()].filter((id) => !ids.has(id)),
    added: after.layers.filter((layer) => !old.has(layer.id)),
    changed: after.layers.filter(another),
    retried: after.layers
      .filter((layer) => !another(layer) && (old.get(layer.id)?.attempt ?? layer.attempt) !== layer.attempt)
      .map((layer) => layer.id),
    projection: differs('projection'),
    limits: !before || !sameExtent(before.limits, after.limits),
    focus: differs('focus'),
    look:
      differs('theme', 'language', 'emphasis', 'without', 'recordNumbers') ||
      !before ||
      !sameList(before.selected, after.selected),
    sketch: differs('theme', 'drawn', 'disputed', 'marker', 'fix', 'measurement', 'frame'),
    plan: differs('theme', 'plan', 'projection'),
    sheet: differs('theme', 'sheet', 'projection'),
  };
}
