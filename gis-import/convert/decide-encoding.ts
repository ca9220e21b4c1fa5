import type { ReadingReason } from '../../server/domain/batch/reading-reason.ts';
import type { TextEncoding } from '../../server/domain/encoding/codec.ts';
import { isTwiceThroughout, type TwiceReading } from '../../server/domain/encoding/encoded-twice.ts';
import { type ColumnVerdict, createColumnEvidence, fileEncoding } from '../../server/domain/encoding/evidence.ts';

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
      const sureTwice = own.find(({ twice }) => twice?.reading && isTwiceThroughout(twice))?.twice?.reading ?? null;
      const used = own.map((verdict) => followTwice(follow(verdict, file), sureTwice));
      const decisive = own.reduce<ColumnVerdict | null>(
        (best, v) => (v.encoding !== 'ascii' && (!best || weightOf(v) > weightOf(best)) ? v : best),
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

/** What was written twice is worth being told before what needs no telling. */
const weightOf = ({ confidence, twice }: ColumnVerdict): number => confidence + (twice?.reading ? 1 : 0);

/** A column of words that could be either follows the one that is encoded twice throughout. */
function followTwice(own: ColumnVerdict, reading: TwiceReading | null): ColumnVerdict {
  const { twice } = own;
  if (reading === null || own.encoding !== 'utf8' || !twice || twice.reading || twice.plain > 0) return own;
  return { ...own, twice: { ...twice, reading } };
}

function follow(own: ColumnVerdict, file: ReturnType<typeof fileEncoding>): ColumnVerdict {
  if (own.encoding === 'ascii' || file.detected === 'ascii') return own;
  if (own.encoding === file.detected || own.confidence >= SURE || file.confidence < own.confidence) return own;
  return { ...own, encoding: file.detected, confidence: file.confidence };
}
