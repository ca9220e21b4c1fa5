import type { Extent, LayerContext, MapContext } from './map-context.ts';

/** What must be done to a map to get from one context to the next. */
export interface ContextDiff {
  readonly removed: readonly string[];
  readonly added: readonly LayerContext[];
  /** Same id, other content: replaced at its place. */
  readonly changed: readonly LayerContext[];
  readonly limits: boolean;
  readonly focus: boolean;
  readonly selected: boolean;
  readonly theme: boolean;
}

const sameExtent = (a: Extent | null, b: Extent | null) => a === b || (!!a && !!b && a.every((n, i) => n === b[i]));

/** Pure comparison; `null` as the old context means a map with nothing on it. */
export function diffContext(before: MapContext | null, after: MapContext): ContextDiff {
  const old = new Map((before?.layers ?? []).map((layer) => [layer.id, layer]));
  const ids = new Set(after.layers.map((layer) => layer.id));
  return {
    removed: [...old.keys()].filter((id) => !ids.has(id)),
    added: after.layers.filter((layer) => !old.has(layer.id)),
    changed: after.layers.filter((layer) => {
      const was = old.get(layer.id);
      return was !== undefined && was.url !== layer.url;
    }),
    limits: !before || !sameExtent(before.limits, after.limits),
    focus: !before || !sameExtent(before.focus, after.focus),
    selected: !before || before.selected !== after.selected,
    theme: !before || before.theme !== after.theme,
  };
}
