/** The languages we speak: Vietnamese first. */
export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const isLanguage = (tag: string): tag is Language => (LANGUAGES as readonly string[]).includes(tag);

/**
 * The language to answer in, from an Accept-Language header (RFC 9110, 12.5.4): the best-ranked one we speak, else
 * Vietnamese. Of two with equal rank the first named wins.
 */
export function chooseLanguage(acceptLanguage: string | undefined): Language {
  let best: Language = 'vi';
  let bestRank = 0;
  for (const part of (acceptLanguage ?? '').slice(0, 200).split(',')) {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const primary = tag.trim().split('-')[0] ?? '';
    const q = parameters.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find((value) => value !== undefined);
    const rank = q === undefined ? 1 : Number(q);
    if (isLanguage(primary) && rank > bestRank) {
      best = primary;
      bestRank = rank;
    }
  }
  return best;
}
