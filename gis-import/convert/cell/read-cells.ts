import { isBroken } from '../../../server/domain/encoding/broken-text.ts';
import { decodeText, latin1View, type TextEncoding } from '../../../server/domain/encoding/codec.ts';
import { decodeTwice, judgeTwice } from '../../../server/domain/encoding/encoded-twice.ts';
import { type CellJudgement, type ColumnVerdict, judgeCell } from '../../../server/domain/encoding/evidence.ts';
import type { FindingCode } from '../../../server/domain/finding/finding.ts';
import { hasControlCharacter, spaceControlCharacters, takeOutUnseen } from './clean-text.ts';
import { halfLetterBytes, isFull } from './cut-cell.ts';

/** One attribute: as it stands in the file, as text, and what was noticed on the way. */
export interface CellText {
  /** Bytes as Latin-1 for a legacy encoding, the decoded text for UTF-8: nothing is lost in either. */
  readonly raw: string;
  readonly text: string;
  readonly encoding: TextEncoding | 'ascii';
  readonly findings: readonly FindingCode[];
  /** Where `text` is not what the column's encoding alone gives: by which rule, and what that would be. */
  readonly mended?: { readonly rule: FindingCode; readonly before: string };
}

/** How each column is decoded: its own verdict, or `--encoding` for all. */
export interface CellRules {
  readonly verdicts: readonly ColumnVerdict[];
  readonly forced: TextEncoding | null;
  /** Bytes a column has room for, where its text may have been cut there. */
  readonly widths?: readonly (number | null)[];
}

/** Decodes the cells of a row, each by its column unless its own bytes say clearly otherwise. */
export function readCells(cells: readonly Uint8Array[], { verdicts, forced, widths }: CellRules): CellText[] {
  return cells.map((bytes, column) => readCell(bytes, verdicts[column]!, forced, widths?.[column] ?? null));
}

function isPlain(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte >= 0x7f || byte < 0x20 || byte === 0x3f) return false;
  return true;
}

function readCell(
  bytes: Uint8Array,
  verdict: ColumnVerdict,
  forced: TextEncoding | null,
  width: number | null,
): CellText {
  if (isPlain(bytes)) {
    const text = latin1View(bytes);
    const findings: FindingCode[] = width !== null && isFull(bytes, width, 'ascii') ? ['text.column_full'] : [];
    return { raw: text, text: text.trim(), encoding: 'ascii', findings };
  }
  const column = forced ? ({ encoding: forced, forced: true } as const) : verdict;
  const half = (forced ?? verdict.encoding) === 'utf8' ? halfLetterBytes(bytes) : 0;
  const whole = half > 0 ? bytes.subarray(0, bytes.length - half) : bytes;
  const judged = judgeCell(whole, column);
  return describe(bytes, whole, judged, verdict, width);
}

function describe(
  bytes: Uint8Array,
  whole: Uint8Array,
  judged: CellJudgement,
  verdict: ColumnVerdict,
  width: number | null,
): CellText {
  const findings: FindingCode[] = [];
  const reading = judged.encoding === 'utf8' ? judgeTwice(whole, verdict.twice, judged.broken) : null;
  const behind = reading === 'doubt' ? null : reading;
  const encoding = behind?.encoding ?? judged.encoding;
  const decoded = behind ? decodeTwice(whole, behind) : decodeText(whole, judged.encoding);
  const clean = takeOutUnseen(spaceControlCharacters(decoded));
  const cut = whole.length < bytes.length;
  if (judged.differs) findings.push('text.mixed_encoding');
  if (behind) findings.push('text.encoded_twice');
  if (reading === 'doubt' || (behind ? isBroken(decoded, encoding) : judged.broken)) findings.push('text.mangled');
  if (judged.unmapped > 0) findings.push('text.unmapped_byte');
  if (hasControlCharacter(decoded)) findings.push('text.control_character');
  if (clean.unseen) findings.push('text.invisible_character');
  if (cut) findings.push('text.cut_off');
  else if (width !== null && isFull(bytes, width, judged.encoding)) findings.push('text.column_full');
  const rule = ORDER.find((code) => findings.includes(code));
  const asIs = rule ? spaceControlCharacters(decodeText(bytes, judged.encoding)).trim() : '';
  return {
    raw: rawOf(bytes, judged),
    text: clean.text,
    encoding,
    findings,
    ...(rule ? { mended: { rule, before: asIs } } : {}),
  };
}

/** Rules by which text is changed; where several were, the correction is by the first. */
const ORDER: readonly FindingCode[] = ['text.encoded_twice', 'text.cut_off', 'text.invisible_character'];

/** The half letter of a cut cell stands as U+FFFD in UTF-8; its bytes are in the file that is kept. */
function rawOf(bytes: Uint8Array, { encoding, unmapped }: CellJudgement): string {
  return encoding === 'utf8' && unmapped === 0
    ? decodeText(bytes, 'utf8').replaceAll('\u0000', '\u2400')
    : latin1View(bytes);
}
