/** A table as text: CSV by RFC 4180 with comma, semicolon or tab, as spreadsheets of either language write it and as cells are pasted. */

/** What is wrong with a text that is no table. `line` counts records from 1. */
export class NoTable extends Error {
  readonly line: number;
  constructor(line: number) {
    super(`record ${line} is not one of a table`);
    this.name = 'NoTable';
    this.line = line;
  }
}

/** The sign between cells: the one the first lines have most of, outside quotes; a pasted table has tabs. */
function delimiterOf(text: string, lines: number): string {
  let quoted = false;
  let line = 1;
  const seen = { '\t': 0, ';': 0, ',': 0 };
  for (const sign of text) {
    if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === '\n' || sign === '\r')) {
      line += 1;
      if (line > lines) break;
    } else if (!quoted && sign in seen) seen[sign as keyof typeof seen] += 1;
  }
  const [best] = Object.entries(seen).toSorted((a, b) => b[1] - a[1]);
  return best && best[1] > 0 ? best[0] : ',';
}

/**
 * The records of a text, one after another, so that a large one is never held twice. Empty lines are left out; every cell is trimmed.
 * `headLines`: lines by which the sign between cells is found out. Throws {@link NoTable} where a quote is never closed or text follows a closed one.
 */
export function* readRecords(text: string, headLines = 1): Generator<string[]> {
  const delimiter = delimiterOf(text, headLines);
  let record: string[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  let line = 1;
  const take = (from: number, to: number) => record.push(text.slice(from, to).trim());
  while (at < text.length) {
    if (text[at] === '"') {
      let cell = '';
      let from = at + 1;
      for (;;) {
        const end = text.indexOf('"', from);
        if (end < 0) throw new NoTable(line);
        cell += text.slice(from, end);
        from = end + 1;
        if (text[from] !== '"') break;
        cell += '"';
        from += 1;
      }
      at = from;
      record.push(cell.trim());
      if (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') throw new NoTable(line);
    } else {
      let end = at;
      while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1;
      take(at, end);
      at = end;
    }
    if (text[at] === delimiter) {
      at += 1;
      // A record may end with an empty cell.
      if (at >= text.length || text[at] === '\n' || text[at] === '\r') record.push('');
      else continue;
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    if (record.some((cell) => cell !== '')) yield record;
    record = [];
    line += 1;
  }
}
