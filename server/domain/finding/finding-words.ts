import type { Language } from '../words/language.ts';

/** Two short sentences. Both may hold `[… {placeholder} …]` (fill-sentence.ts, finding-detail-word.ts). */
export interface FindingWords {
  /** What it is. */
  readonly says: string;
  /** What to do about it. */
  readonly wayOut: string;
}

export type FindingSentences = Readonly<Record<Language, FindingWords>>;
