/** Columns a text takes on a terminal: Vietnamese letters, composed, are one column each. */
export const textWidth = (text: string): number => [...text].length;

/** A number and its unit stay together. */
const UNIT = /(\d) (?=(?:ms|s|m²|m|byte|kB|MB|GB|TB)(?:[\s,.;:)]|$))/g;

/** Lines of at most `width` columns, broken at blanks; a word that is longer than a line is cut. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text
    .replaceAll(UNIT, '$1\u00a0')
    .split(/ +/)
    .filter((part) => part !== '')) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (textWidth(joined) <= width) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = cut(word, width);
    line = pieces.pop() ?? '';
    lines.push(...pieces);
  }
  if (line !== '') lines.push(line);
  return lines.map((each) => each.replaceAll('\u00a0', ' '));
}

function cut(word: string, width: number): string[] {
  const letters = [...word];
  const pieces: string[] = [];
  for (let at = 0; at < letters.length; at += width) pieces.push(letters.slice(at, at + width).join(''));
  return pieces;
}
