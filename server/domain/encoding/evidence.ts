/**
 * Which encoding is a column in, and is one cell an exception? Decided by evidence: the form of UTF-8, bytes that an
 * encoding does not define, and the share of words that read as Vietnamese syllables. Never by what the file claims.
 */
import type { ReadingReason } from '../batch/reading-reason.ts';
import { hasBareNg, isBroken } from './broken-text.ts';
import { countUnmapped, decodeText, fromLatin1View, TEXT_ENCODINGS, type TextEncoding } from './codec.ts';
import { LEGACY_ENCODINGS, type LegacyEncoding } from './encode-by-table.ts';
import { type TwiceEvidence, weighTwice } from './encoded-twice.ts';
import { hasHighByte, highWords, readsAsSyllable, type Utf8Form, utf8Form } from './word-evidence.ts';

/** The finding about one column. `ascii`: no byte of 80 or above was seen, any encoding would do. */
export interface ColumnVerdict {
  readonly encoding: TextEncoding | 'ascii';
  /** 0..1: the chance that `encoding` is right, held down where few words speak. */
  readonly confidence: number;
  /** For the report; no value of the column is quoted. */
  readonly why: ReadingReason;
  /** Cells seen that were not empty. */
  readonly values: number;
  readonly runnerUp: TextEncoding | null;
  /** Of a column in UTF-8: what its words say about another encoding behind it. */
  readonly twice?: TwiceEvidence;
}

/** An encoding the operator insists on (`--encoding`): no cell is read in another one. */
export interface ForcedEncoding {
  readonly encoding: TextEncoding;
  readonly forced: true;
}

export interface CellJudgement {
  /** The encoding to decode this cell by. */
  readonly encoding: TextEncoding;
  /** It is not that of the column (finding text.mixed_encoding). */
  readonly differs: boolean;
  /** Broken before it reached us (finding text.mangled); so is UTF-8 whose last character the field cut off. */
  readonly broken: boolean;
  /** Bytes the encoding does not define (finding text.unmapped_byte). */
  readonly unmapped: number;
}

/** How common each is among land records of the north, before a word is read. */
const PRIOR: Readonly<Record<LegacyEncoding, number>> = { tcvn3: 0.7, vni: 0.25, cp1258: 0.025, viscii: 0.025 };
/** Chance that a word reads as a syllable in the right encoding (names of foreign make, slips), and in a wrong one. */
const READS_IF_RIGHT = 0.95;
const READS_IF_WRONG = 0.2;

/** All cells up to here are read, then one in {@link THINNED_TO}: a mixture shows as well, and time stays bounded. */
const READ_WHOLE = 2000;
const THINNED_TO = 8;
const WORDS_AT_MOST = 5000;

/** Gathers evidence about one column, cell by cell. */
export function createColumnEvidence(): { add(bytes: Uint8Array): void; verdict(): ColumnVerdict } {
  let values = 0;
  let highCells = 0;
  const forms: Record<Utf8Form, number> = { ascii: 0, valid: 0, cut: 0, invalid: 0 };
  /** Word → how often. */
  const words = new Map<string, number>();

  return {
    add(bytes) {
      if (bytes.length === 0) return;
      values++;
      if (!hasHighByte(bytes)) return;
      highCells++;
      if (highCells > READ_WHOLE && highCells % THINNED_TO !== 0) return;
      forms[utf8Form(bytes)]++;
      for (const word of highWords(bytes)) {
        const seen = words.get(word);
        if (seen !== undefined || words.size < WORDS_AT_MOST) words.set(word, (seen ?? 0) + 1);
      }
    },
    verdict() {
      if (highCells === 0) {
        const why = { code: 'encoding.no_high_byte', params: {} } as const;
        return { encoding: 'ascii', confidence: 1, why, values, runnerUp: null };
      }
      const legacy = weighLegacy(words);
      const wellFormed = forms.valid + forms.cut;
      const share = wellFormed / (wellFormed + forms.invalid);
      if (share >= 0.5) {
        // A sequence of several bytes is hardly ever well formed by chance, so one cell already says much.
        const confidence = share * (1 - 0.3 / (wellFormed + 1));
        const twice = weighTwice(
          [...words.keys()].map((word) => ({ bytes: fromLatin1View(word), direct: readsAsSyllable(word, 'utf8') })),
        );
        return {
          encoding: 'utf8',
          confidence,
          why: twice.reading
            ? {
                code: 'encoding.twice',
                params: { other: twice.reading.encoding, some: twice.twice, all: twice.twice + twice.plain },
              }
            : { code: 'encoding.utf8_form', params: { some: wellFormed, all: wellFormed + forms.invalid } },
          values,
          runnerUp: legacy.encoding,
          twice,
        };
      }
      return {
        ...legacy,
        confidence: legacy.confidence * (1 - share),
        values,
        runnerUp: share > 0.1 ? 'utf8' : legacy.runnerUp,
      };
    },
  };
}

function weighLegacy(words: ReadonlyMap<string, number>): {
  encoding: LegacyEncoding;
  confidence: number;
  why: ReadingReason;
  runnerUp: LegacyEncoding;
} {
  // A word repeated a thousand times is not a thousand witnesses, and one letter is a word in any encoding.
  const weights = [...words].map(([word, count]) => {
    const size = word.length === 1 ? 0.2 : word.length === 2 ? 0.6 : 1;
    return { word, size, weight: size * (1 + Math.min(2, Math.log2(count) / 2)) };
  });
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  const scored = LEGACY_ENCODINGS.map((encoding) => {
    const read = weights.reduce((sum, { word, weight }) => sum + (readsAsSyllable(word, encoding) ? weight : 0), 0);
    const likelihood =
      read * Math.log(READS_IF_RIGHT / READS_IF_WRONG) +
      (total - read) * Math.log((1 - READS_IF_RIGHT) / (1 - READS_IF_WRONG));
    return { encoding, share: total === 0 ? 0 : read / total, logOdds: Math.log(PRIOR[encoding]) + likelihood };
  }).sort((a, b) => b.logOdds - a.logOdds);
  const [best, second] = scored as [(typeof scored)[0], (typeof scored)[0], ...typeof scored];
  const posterior = 1 / scored.reduce((sum, { logOdds }) => sum + Math.exp(logOdds - best.logOdds), 0);
  // Text that reads well in no encoding is not known to be in the least bad one.
  const fit = Math.min(1, best.share / 0.7);
  const witnesses = 1 - 1 / (weights.reduce((sum, { size }) => sum + size, 0) + 1.5);
  return {
    encoding: best.encoding,
    confidence: posterior * fit * witnesses,
    why: {
      code: 'encoding.syllables',
      params: {
        share: Math.round(best.share * 100),
        words: words.size,
        otherShare: Math.round(second.share * 100),
        other: second.encoding,
      },
    },
    runnerUp: second.encoding,
  };
}

/** What a file as a whole is in: the encoding that its columns, weighed by their confidence, agree on. */
export function fileEncoding(verdicts: readonly ColumnVerdict[]): {
  detected: TextEncoding | 'ascii';
  confidence: number;
} {
  const support = new Map<TextEncoding, number>();
  for (const { encoding, confidence } of verdicts) {
    if (encoding === 'ascii') continue;
    // Log odds, so that one sure column outweighs several doubtful ones.
    const odds = Math.log1p(confidence / Math.max(1 - confidence, 0.001));
    support.set(encoding, (support.get(encoding) ?? 0) + odds);
  }
  const [best] = [...support].sort((a, b) => b[1] - a[1]);
  if (!best) return { detected: 'ascii', confidence: 1 };
  const all = [...support.values()].reduce((sum, odds) => sum + odds, 0);
  const ofBest = verdicts.filter(({ encoding }) => encoding === best[0]);
  const doubt = ofBest.reduce((product, { confidence }) => product * (1 - confidence), 1);
  return { detected: best[0], confidence: (1 - doubt) * (best[1] / all) };
}

/**
 * How to read one cell. It keeps the encoding of its column unless its bytes speak clearly for another: every word with a
 * high byte reads there, and here at least two fail, or one fails that is too long for an accident.
 */
export function judgeCell(bytes: Uint8Array, column: ColumnVerdict | ForcedEncoding): CellJudgement {
  const own: TextEncoding = column.encoding === 'ascii' ? 'utf8' : column.encoding;
  const questioned = bytes.includes(QUESTION);
  if (!questioned && !hasHighByte(bytes)) return CLEAN[own];
  const words = highWords(bytes);
  const failed = words.filter((word) => !readsAsSyllable(word, own));
  // The common case, told without decoding: bytes that read as syllables are all defined, and no damage leaves syllables.
  if (failed.length === 0 && !questioned && !(own === 'tcvn3' && hasBareNg(bytes))) return CLEAN[own];
  const encoding = failed.length === 0 || 'forced' in column ? own : (clearlyOther(bytes, words, failed, own) ?? own);
  const broken = isBroken(decodeText(bytes, encoding), encoding);
  return { encoding, differs: encoding !== own, broken, unmapped: countUnmapped(bytes, encoding) };
}

const QUESTION = 0x3f;

const CLEAN = Object.fromEntries(
  TEXT_ENCODINGS.map((encoding) => [encoding, { encoding, differs: false, broken: false, unmapped: 0 }]),
) as Record<TextEncoding, CellJudgement>;

function clearlyOther(
  bytes: Uint8Array,
  words: readonly string[],
  failed: readonly string[],
  own: TextEncoding,
): TextEncoding | null {
  const form = utf8Form(bytes);
  if (own === 'utf8' && (form === 'valid' || form === 'cut')) return null;
  if (form === 'valid') return failed.length * 2 > words.length ? 'utf8' : null;
  const others = LEGACY_ENCODINGS.filter(
    (other) => other !== own && words.every((word) => readsAsSyllable(word, other)),
  );
  const [other] = others;
  // Both common encodings read it, and the column supports neither.
  if (!other || (own === 'utf8' && other === 'tcvn3' && others.includes('vni'))) return null;
  if (failed.length >= 2) return other;
  if (other !== 'tcvn3' && other !== 'vni') return null;
  return failed.some((word) => word.length >= 4) || countUnmapped(bytes, own) > 0 ? other : null;
}
