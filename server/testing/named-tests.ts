/** Tests as pages of the documentation name them: by file, or by file and how a title in it begins. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface NamedTest {
  /** Path within the repository. */
  readonly file: string;
  /** How the title begins. */
  readonly title: string;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const NAMED = /`([\w./-]+\.test\.ts)` "([^"]*)"/g;

/** The tests that a text names with a title: `file.test.ts` "begins so". */
export const namedTests = (text: string): NamedTest[] =>
  [...text.matchAll(NAMED)].map(([, file, title]) => ({ file: file!, title: title! }));

const titlesOf = (file: string): string[] =>
  [...readFileSync(root + file, 'utf8').matchAll(/\btest\(\s*(['"`])((?:(?!\1)[^\n\\]|\\.)+)\1/g)].map(
    ([, , title]) => title!,
  );
/** Begins with these words, or with what is filled in and then these words. */
const isTitled = (file: string, words: string): boolean =>
  titlesOf(file).some((title) => title.replace(/^\$\{[^}]*\}\s*/, '').startsWith(words) || title.startsWith(words));

/** Those whose file is not there, or has no such title; a few letters are no title. */
export const findAbsentTests = (named: readonly NamedTest[]): NamedTest[] =>
  named.filter(({ file, title }) => title.length < 8 || !existsSync(root + file) || !isTitled(file, title));
