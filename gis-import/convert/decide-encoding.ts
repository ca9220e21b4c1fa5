import type { TextEncoding } from '../../server/domain/encoding/codec.ts';
import { type ColumnVerdict, createColumnEvidence, fileEncoding } from '../../server/domain/encoding/evidence.ts';
import type { ReadingReason } from '../../server/domain/reading-reason.ts';

export interface EncodingVerdict {
  readonly detected: string;
  readonly used: string;
  readonly confidence: number;
  readonly why: readonly ReadingReason[];
  /** Per column, in the order of the file. */
  readonly columns: readonly ColumnVerdict[];
}

const GIVEN: ReadingReason = { code: 'encoding.given', params: {} };
const NO_HIGH_BYTE: ReadingReason = { code: 'encoding.no_high_byte', params: {} };

/** A column that speaks too softly follows its file. */
const SURE = 0.8;

/** Gathers evidence over a first pass through the table. */
export function createTableEvidence(columns: number): {
  add(cells: readonly Uint8Array[]): void;
  verdict(forced: TextEncoding | null): EncodingVerdict;
} {
  const evidence = Array.from({ length: columns }, () => createColumnEvidence());
  return {
    add(cells) {
      for (const [i, cell] of cells.entries()) evidence[i]!.add(cell);
    },
    verdict(forced) {
      const own = evidence.map((column) => column.verdict());
      const file = fileEncoding(own);
      const used = own.map((verdict) => follow(verdict, file));
      const decisive = own.reduce<ColumnVerdict | null>(
        (best, v) => (v.encoding !== 'ascii' && (!best || v.confidence > best.confidence) ? v : best),
        null,
      );
      return {
        detected: file.detected,
        used: forced ?? file.detected,
        confidence: forced ? 1 : Math.round(file.confidence * 1_000) / 1_000,
        why: [forced ? GIVEN : (decisive?.why ?? NO_HIGH_BYTE)],
        columns: used,
      };
    },
  };
}

function follow(own: ColumnVerdict, file: ReturnType<typeof fileEncoding>): ColumnVerdict {
  if (own.encoding === 'ascii' || file.detected === 'ascii') return own;
  if (own.encoding === file.detected || own.confidence >= SURE || file.confidence < own.confidence) return own;
  return { ...own, encoding: file.detected, confidence: file.confidence };
}
