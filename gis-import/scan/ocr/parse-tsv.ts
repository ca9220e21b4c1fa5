import type { Word } from './ocr.ts';

/**
 * Words of tesseract's TSV: level, page, block, paragraph, line, word, left, top, width, height, confidence (0 to 100, -1 for what is no
 * word), text. A text may hold anything but a tab.
 */
export function parseTsv(tsv: string): Word[] {
  const words: Word[] = [];
  const lines = new Map<string, number>();
  for (const row of tsv.split('\n')) {
    const cells = row.split('\t');
    const text = cells.slice(11).join(' ').trim().normalize('NFC');
    if (cells[0] !== '5' || text === '') continue;
    const [left, top, width, height, confidence] = cells.slice(6, 11).map(Number) as [
      number,
      number,
      number,
      number,
      number,
    ];
    const key = cells.slice(1, 5).join('.');
    const line = lines.get(key) ?? lines.size;
    lines.set(key, line);
    words.push({
      text,
      confidence: Math.min(1, Math.max(0, confidence / 100)),
      box: [left, top, width, height],
      line,
    });
  }
  return words;
}
