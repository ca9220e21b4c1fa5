import type { Language } from '../../domain/words/language.ts';

/** Addresses of the files that the build made for the pages. */
export interface PageFiles {
  readonly script: string;
  readonly styles: readonly string[];
  /** Fonts to be fetched before the style sheet asks for them. */
  readonly fonts: readonly string[];
}

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** What every page is given beside its own facts. */
export interface PageFrame {
  readonly language: Language;
  readonly theme: Theme;
  /** Of this reply's content security policy. */
  readonly nonce: string;
  /** Undefined where nothing is built: pages then come without style and map. */
  readonly files: PageFiles | undefined;
  /** Configured address of the service, without a slash at the end. */
  readonly publicUrl: string;
  /** Path and query of this page, without the language: what links of the other language and theme lead to. */
  readonly address: string;
  /** Whether all that is registered here is invented. */
  readonly demo: boolean;
}
