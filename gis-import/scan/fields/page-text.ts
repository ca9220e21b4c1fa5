/** The words of a page as rows of text in which every letter knows the word it came from. */
import type { Box, Word } from '../ocr/ocr.ts';

export interface PageText {
  /** Rows from top to bottom, joined by line feeds. */
  readonly text: string;
  /** The same without case and diacritics, letter by letter. */
  readonly plain: string;
  /** Words between two places of the text. */
  wordsBetween(start: number, end: number): readonly Word[];
  /** Of the picture it was read from. */
  readonly height: number;
  /** How tall figures and capitals of its print are, as most of them; null where too few were read to say. */
  readonly printHeight: number | null;
}

const middle = ({ box: [, y, , height] }: Word): number => y + height / 2;

/** Words side by side make a row, whichever column or block the reader put them in. */
export function rowsOf(words: readonly Word[]): Word[][] {
  const rows: { words: Word[]; top: number; bottom: number }[] = [];
  for (const word of [...words].sort((a, b) => middle(a) - middle(b))) {
    const [, y, , height] = word.box;
    const at = middle(word);
    const row = rows.findLast(({ top, bottom }) => at > top && at < bottom);
    if (!row) {
      rows.push({ words: [word], top: y, bottom: y + height });
      continue;
    }
    row.words.push(word);
    // A tall stray must not swallow the rows around it.
    if (height < 2 * (row.bottom - row.top)) {
      row.top = Math.min(row.top, y + height * 0.15);
      row.bottom = Math.max(row.bottom, y + height * 0.85);
    }
  }
  return rows.map((row) => row.words.sort((a, b) => a.box[0] - b.box[0]));
}

const MARKS = /\p{M}/gu;

/** Without case and diacritics, with as many letters as before: each composed letter becomes its one base letter. */
export const plainOf = (text: string): string =>
  Array.from(text, (letter) => {
    const bare = letter.normalize('NFD').replace(MARKS, '').replace(/[đĐ]/g, 'd').toLowerCase();
    return bare.length === letter.length ? bare : letter;
  }).join('');

/** Words as tall as a capital: figures, or letters of which one rises and none falls or bears a mark. */
const AS_TALL = /^(?:\d+|[a-zA-Z]*[bdhklA-PR-Z][a-zA-Z]*)$/;
const FALLING = /[gjpqyJQ]/;
const READ_WELL = 0.85;
const LEAST_WORDS = 4;

function printHeightOf(words: readonly Word[]): number | null {
  const heights = words
    .filter(({ text, confidence }) => confidence >= READ_WELL && AS_TALL.test(text) && !FALLING.test(text))
    .map(({ box }) => box[3])
    .sort((a, b) => a - b);
  return heights.length < LEAST_WORDS ? null : (heights[heights.length >> 1] ?? null);
}

export function layOutPage(words: readonly Word[], height: number): PageText {
  let text = '';
  const places: { start: number; end: number; word: Word }[] = [];
  for (const row of rowsOf(words)) {
    if (text !== '') text += '\n';
    for (const [at, word] of row.entries()) {
      if (at > 0) text += ' ';
      places.push({ start: text.length, end: text.length + word.text.length, word });
      text += word.text;
    }
  }
  return {
    text,
    plain: plainOf(text),
    height,
    printHeight: printHeightOf(words),
    wordsBetween: (start, end) =>
      places.filter((place) => place.start < end && place.end > start).map(({ word }) => word),
  };
}

/** The box around words. */
export function boxAround(words: readonly Word[]): Box {
  const left = Math.min(...words.map(({ box }) => box[0]));
  const top = Math.min(...words.map(({ box }) => box[1]));
  const right = Math.max(...words.map(({ box }) => box[0] + box[2]));
  const bottom = Math.max(...words.map(({ box }) => box[1] + box[3]));
  return [left, top, right - left, bottom - top];
}
