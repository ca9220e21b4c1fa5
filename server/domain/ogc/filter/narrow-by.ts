import type { Bounds, Filter } from './filter.ts';

export interface Narrowed {
  /** Values of fields that every feature has which the filter lets through. */
  readonly asked: Readonly<Record<string, string>>;
  /** A box that every one of them touches. */
  readonly bounds: Bounds | null;
}

/** What must be so of all that a filter lets through and can be found by index: of parts joined by "and", those that ask for one value or a place. */
export function narrowBy(filter: Filter, indexed: readonly string[]): Narrowed {
  const parts = typeof filter === 'object' && filter.op === 'and' ? filter.args : [filter];
  const asked: Record<string, string> = {};
  let bounds: Bounds | null = null;
  for (const part of parts) {
    if (typeof part === 'boolean') continue;
    if (part.op === '=' && indexed.includes(part.field.name) && typeof part.value === 'string')
      asked[part.field.name] = part.value;
    else if (part.op === 's_intersects') bounds = part.bounds;
  }
  return { asked, bounds };
}
