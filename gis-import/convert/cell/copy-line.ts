import type { ConvertedRecord } from '../convert-record.ts';

/** An identity number that has been encrypted; both base64. */
export interface SealedIdentity {
  readonly cipher: string;
  readonly hash: string;
}

const NULL = '\\N';

/**
 * JSON in the text format of COPY, where a backslash is written twice. jsonb refuses \u0000; raw text shows it as
 * U+2400 already, so a leftover is dropped rather than a batch lost.
 */
function json(value: unknown): string {
  const text = JSON.stringify(value);
  // JSON writes tabs and line ends with a backslash too, so only backslashes are left to escape.
  return text.includes('\\') ? text.replaceAll('\\u0000', '\\u2400').replaceAll('\\', '\\\\') : text;
}

const list = (items: readonly unknown[]) => (items.length > 0 ? json(items) : NULL);

/** What a row of staging is made from, whatever kind of record it was; `raw` and `candidate` become JSON. */
export type StagedRow = Omit<ConvertedRecord, 'raw' | 'candidate'> & {
  readonly raw: Readonly<Record<string, unknown>>;
  readonly candidate: object;
};

/** One line of `COPY staging.scratch`, in the order of its columns. */
export function copyLine(runId: string, record: StagedRow, identities: readonly SealedIdentity[]): string {
  return `${[
    runId,
    record.recordNo,
    record.ignored ?? NULL,
    json(record.raw),
    json(record.candidate),
    list(record.findings),
    list(record.corrections),
    list(identities.map((sealed, i) => ({ ordinal: i + 1, ...sealed }))),
    record.wkb ? `\\\\x${record.wkb.toString('hex')}` : NULL,
    record.point?.[0] ?? NULL,
    record.point?.[1] ?? NULL,
    record.parcelCode ?? NULL,
  ].join('\t')}\n`;
}
