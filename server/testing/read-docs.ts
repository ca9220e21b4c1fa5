/** The documentation as a test reads it: fenced blocks, commands and the addresses that are named. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface Fence {
  /** Path within the repository. */
  readonly file: string;
  readonly line: number;
  readonly language: string;
  readonly text: string;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

const pagesIn = (folder: string): string[] =>
  readdirSync(root + folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`);

/** README.md, every page of docs/ and every guide, without the ADRs, which tell of their time. */
export const docFiles = (): string[] => ['README.md', ...pagesIn('docs'), ...pagesIn('docs/huong-dan')];

export const readDoc = (file: string): string => readFileSync(root + file, 'utf8');

export function fencesOf(file: string): Fence[] {
  const found: Fence[] = [];
  let open: { line: number; language: string; lines: string[] } | null = null;
  for (const [n, line] of readDoc(file).split('\n').entries()) {
    const mark = /^```(\w*)/.exec(line);
    if (open && mark) {
      found.push({ file, line: open.line, language: open.language, text: open.lines.join('\n') });
      open = null;
    } else if (mark) open = { line: n + 1, language: mark[1]!, lines: [] };
    else open?.lines.push(line);
  }
  return found;
}

/** Commands of a block: lines, with those that follow a backslash or a pipe; without remarks. */
export const commandsOf = (text: string): string[] =>
  text
    .replaceAll(/\\\n\s*/g, '')
    .replaceAll(/\|\n\s*/g, '| ')
    .split('\n')
    .map((line) => line.replace(/\s+#\s.*$/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('#'));

/** Rows of the tables of a page, cell by cell, headings among them. */
export const rowsOf = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => /^\| (?!-)/.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split(' | ')
        .map((cell) => cell.trim()),
    );

/** What links to sections of a page end in: its headings as GitHub makes anchors of them. */
export const anchorsOf = (text: string): string[] =>
  [...text.replaceAll(/^```[\s\S]*?^```/gm, '').matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .trim()
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
