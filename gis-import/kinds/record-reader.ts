/** The half of a kind of import that works in the parser child: from the records of a source to rows of staging. */
import { createIdentityCipher } from '../../server/registry/store/identity-cipher.ts';
import type { GeometryRules } from '../convert/assemble-shape.ts';
import type { SealedIdentity } from '../convert/cell/copy-line.ts';
import type { KeyReading } from '../convert/cell/key-evidence.ts';
import type { CellRules } from '../convert/cell/read-cells.ts';
import type { ParseJob } from '../parse/parse-protocol.ts';
import type { Reading } from '../parse/reading.ts';
import type { RecordSource, SourceColumn, SourceRow } from '../parse/source/record-source.ts';

/** All that is decided before the first row is converted; plain data, so that it can be handed to a thread. */
export interface ConvertRules {
  readonly job: ParseJob;
  readonly columnNames: readonly string[];
  readonly columns: readonly SourceColumn[];
  readonly keyReadings: readonly KeyReading[];
  readonly cells: CellRules;
  readonly geometry: GeometryRules;
}

/** The first pass over a source. */
export interface Survey {
  /** Sees every row once. */
  see(row: SourceRow): void;
  /** Afterwards, with the encoding known: which column means what, and in which system the shapes are. Throws FileRefused. */
  decide(reading: Reading, cells: CellRules): Promise<void>;
}

export interface RecordReader {
  /** Throws FileRefused where there is no need to look. */
  startSurvey(job: ParseJob, source: RecordSource): Survey;
  /** From a row to its line of COPY text; the same rules and row give the same line, but for the nonces of the cipher. */
  createConverter(rules: ConvertRules): (row: SourceRow) => string;
  /** Whether long files are converted on all processors. What a row holds beside its cells and shape is not handed to threads. */
  readonly inThreads: boolean;
}

/** As many numbers are kept sealed: whoever holds one parcel often holds the next. */
const SEALED_AT_HAND = 10_000;

/** Encrypts identity numbers before a row is written. */
export function createSealer({ personalDataKey }: ParseJob): (identities: readonly string[]) => SealedIdentity[] {
  const cipher = createIdentityCipher(Buffer.from(personalDataKey, 'base64'));
  const atHand = new Map<string, SealedIdentity>();
  return (identities) =>
    identities.map((digits) => {
      const before = atHand.get(digits);
      if (before) return before;
      const { cipher: bytes, hash } = cipher.seal(digits);
      const sealed = { cipher: bytes.toString('base64'), hash: hash.toString('base64') };
      if (atHand.size >= SEALED_AT_HAND) atHand.clear();
      atHand.set(digits, sealed);
      return sealed;
    });
}
