export interface ParsedArea {
  readonly areaM2: number;
  /** Whether it is written as certificates write it, without anything that could mean something else. */
  readonly usual: boolean;
}

/**
 * An area as certificates write it: 1.111,9. A point alone is a thousand's where three figures follow it; figures in a long row without
 * points are unusual, since a comma is lost as easily as it is written. Null for what is no area.
 */
export function parseArea(text: string): ParsedArea | null {
  const plain = text
    .replace(/\s/g, '')
    .replace(/m²$/u, '')
    .replace(/[.,]+$/, '');
  const grouped = /^(\d{1,3}(?:\.\d{3})+|\d{1,9})(?:,(\d{1,2}))?$/.exec(plain);
  const pointed = /^(\d{1,9})\.(\d{1,2})$/.exec(plain);
  const areaM2 = grouped
    ? Number(`${(grouped[1] ?? '').replaceAll('.', '')}${grouped[2] ? `.${grouped[2]}` : ''}`)
    : pointed
      ? Number(plain)
      : Number.NaN;
  if (!(areaM2 > 0)) return null;
  return { areaM2, usual: grouped !== null && (grouped[2] !== undefined || (grouped[1] ?? '').length <= 3) };
}
