import { decodeText, latin1View, type TextEncoding } from '../../server/domain/encoding/codec.ts';
import { type ColumnVerdict, judgeCell } from '../../server/domain/encoding/evidence.ts';
import type { FindingCode } from '../../server/domain/finding.ts';

/** One attribute: as it stands in the file, as text, and what was noticed on the way. */
export interface CellText {
  /** Bytes as Latin-1 for a legacy encoding, the decoded text for UTF-8: nothing is lost in either. */
  readonly raw: string;
  readonly text: string;
  readonly encoding: TextEncoding | 'ascii';
  readonly findings: readonly FindingCode[];
}

/** How each column is decoded: its own verdict, or `--encoding` for all. */
export interface CellRules {
  readonly verdicts: readonly ColumnVerdict[];
  readonly forced: TextEncoding | null;
}

/** Decodes the cells of a row, each by its column unless its own bytes say clearly otherwise. */
export function readCells(cells: readonly Uint8Array[], { verdicts, forced }: CellRules): CellText[] {
  return cells.map((bytes, column) => readCell(bytes, verdicts[column]!, forced));
}

function isPlain(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte >= 0x7f || byte < 0x20 || byte === 0x3f) return false;
  return true;
}

function readCell(bytes: Uint8Array, verdict: ColumnVerdict, forced: TextEncoding | null): CellText {
  if (isPlain(bytes)) {
    const text = latin1View(bytes);
    return { raw: text, text: text.trim(), encoding: 'ascii', findings: [] };
  }
  const judged = judgeCell(bytes, forced ? { encoding: forced, forced: true } : verdict);
  const decoded = decodeText(bytes, judged.encoding);
  const findings: FindingCode[] = [];
  if (judged.differs) findings.push('text.mixed_encoding');
  if (judged.mangled) findings.push('text.mangled');
  if (judged.unmapped > 0) findings.push('text.unmapped_byte');
  if (hasControlCharacter(decoded)) findings.push('text.control_character');
  return {
    raw:
      judged.encoding === 'utf8' && judged.unmapped === 0 ? decoded.replaceAll('\u0000', '\u2400') : latin1View(bytes),
    text: spaceControlCharacters(decoded).trim(),
    encoding: judged.encoding,
    findings,
  };
}

const isControl = (code: number) => code < 0x20 || code === 0x7f;

/** Tabs and line ends are only another kind of blank. */
function hasControlCharacter(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isControl(code) && code !== 0x09 && code !== 0x0a && code !== 0x0d) return true;
  }
  return false;
}

function spaceControlCharacters(text: string): string {
  let clean = true;
  for (let i = 0; clean && i < text.length; i++) clean = !isControl(text.charCodeAt(i));
  if (clean) return text;
  let spaced = '';
  for (const c of text) spaced += isControl(c.charCodeAt(0)) ? ' ' : c;
  return spaced;
}
