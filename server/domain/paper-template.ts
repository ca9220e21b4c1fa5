/** Versions of templates of papers: what each says, and in what two of them differ. Browser-safe. */

/** The shape of a template without its words and numbers: what another version of it may say in their place. */
export type Widened<T> = T extends string
  ? string
  : T extends number
    ? number
    : T extends boolean
      ? boolean
      : T extends readonly (infer E)[]
        ? readonly Widened<E>[]
        : { readonly [K in keyof T]: K extends 'validTo' ? string | null : Widened<T[K]> };

/** `YYYY-MM-DD`, both days included; without a last one it holds until a newer version begins. */
interface Dated {
  readonly version: number;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/**
 * The version by which a paper of this day is made: the one that began last. On its first day a newer version holds, whatever the last day
 * of the one before; a day before them all is of the first. Undefined where the last one is over and none has followed.
 */
export function templateOn<T extends Dated>(versions: readonly T[], day: string): T | undefined {
  const inOrder = [...versions].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const found = inOrder.findLast(({ validFrom }) => validFrom <= day) ?? inOrder[0];
  return found && (found.validTo === null || day <= found.validTo) ? found : undefined;
}

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
