/** How each finding reads, in both languages: what it is, and the way out. A new code does not compile without. */
import { fillSentence } from '../words/fill-sentence.ts';
import type { Language } from '../words/language.ts';
import type { FindingCode } from './finding.ts';
import { findingDetailWord } from './finding-detail-word.ts';
import { DESK_WAY_OUT } from './finding-text-desk.ts';
import { FILE_TEXT } from './finding-text-file.ts';
import { GEOMETRY_TEXT } from './finding-text-geometry.ts';
import { LAYER_TEXT } from './finding-text-layer.ts';
import { LETTERS_TEXT } from './finding-text-letters.ts';
import { PLACE_TEXT } from './finding-text-place.ts';
import { RECORD_TEXT } from './finding-text-record.ts';
import { REGISTER_TEXT } from './finding-text-register.ts';
import { SHAPEFILE_TEXT } from './finding-text-shapefile.ts';
import type { FindingSentences, FindingWords } from './finding-words.ts';

export const FINDING_TEXT: Readonly<Record<FindingCode, FindingSentences>> = {
  ...FILE_TEXT,
  ...SHAPEFILE_TEXT,
  ...PLACE_TEXT,
  ...GEOMETRY_TEXT,
  ...RECORD_TEXT,
  ...LETTERS_TEXT,
  ...REGISTER_TEXT,
  ...LAYER_TEXT,
} satisfies Record<FindingCode, FindingSentences>;

type Detail = Readonly<Record<string, unknown>>;

/** Where a finding is read: options are a way out on the command line, and none at the desk. */
export type ReadAt = 'command' | 'desk';

/** The finding's sentence and its way out, apart, filled with what `detail` says. Plain text: escape it for HTML. */
export function findingWords(
  code: FindingCode,
  language: Language,
  detail?: Detail,
  readAt: ReadAt = 'command',
): FindingWords {
  const { says, wayOut: onCommand } = FINDING_TEXT[code][language];
  const wayOut = (readAt === 'desk' ? DESK_WAY_OUT[code]?.[language] : undefined) ?? onCommand;
  const fill = (sentence: string) => fillSentence(sentence, (name) => findingDetailWord(name, language, detail));
  return { says: fill(says), wayOut: fill(wayOut) };
}

/** As {@link findingWords}, as running text. */
export function findingSentence(code: FindingCode, language: Language, detail?: Detail): string {
  const { says, wayOut } = findingWords(code, language, detail);
  return `${says} ${wayOut}`;
}
