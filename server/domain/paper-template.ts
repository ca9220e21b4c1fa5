/** Versions of templates of papers: what each says, and in what two of them differ. Browser-safe. */

/** A wording of a template by its place in it, as `words.title`. */
export interface TemplateText {
  readonly key: string;
  readonly text: string;
}

/** Every wording of a template, in its order; numbers and lists of them are no wording. */
export function textsOf(value: unknown, key = ''): TemplateText[] {
  if (typeof value === 'string') return [{ key, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => textsOf(inner, key === '' ? name : `${key}.${name}`));
}

/** A wording that is not the same in both; null where one of them has none. */
export interface DifferingText {
  readonly key: string;
  readonly left: string | null;
  readonly right: string | null;
}

/** In the order of the left one, then what only the right one has. */
export function compareTexts(left: readonly TemplateText[], right: readonly TemplateText[]): DifferingText[] {
  const [ofLeft, ofRight] = [left, right].map((texts) => new Map(texts.map(({ key, text }) => [key, text])));
  const keys = new Set([...left, ...right].map(({ key }) => key));
  return [...keys]
    .map((key) => ({ key, left: ofLeft?.get(key) ?? null, right: ofRight?.get(key) ?? null }))
    .filter((one) => one.left !== one.right);
}
