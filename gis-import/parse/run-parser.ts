/** Starts the parser child under limits (server/child/limited-child.ts) and hands its rows on as a stream. */
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import {
  type ChildLimits,
  type LimitedChild,
  type LimitReached,
  spawnLimited,
} from '../../server/child/limited-child.ts';
import type { FindingCode } from '../../server/domain/finding/finding.ts';
import type { ParseJob, ParseMessage, ParseSummary } from './parse-protocol.ts';

export const PARSER_LIMITS: ChildLimits = { memoryBytes: 1_000_000_000, silenceMs: 60_000 };

export type ParseOutcome =
  | { readonly kind: 'done'; readonly summary: ParseSummary }
  | {
      readonly kind: 'refused';
      readonly code: FindingCode;
      readonly detail: Record<string, unknown>;
      readonly summary: ParseSummary | null;
    };

/** The machine failed, not the file: disk full, no right to read. */
export class ParserFailure extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'ParserFailure';
    this.code = code;
  }
}

export interface RunningParser {
  readonly rows: Readable;
  readonly outcome: Promise<ParseOutcome>;
  kill(): void;
}

const CHILD = fileURLToPath(new URL('./parser-child.ts', import.meta.url));

const REFUSALS: Readonly<Record<LimitReached, FindingCode>> = {
  time: 'file.parser_timeout',
  memory: 'file.parser_memory',
};

export function runParser(
  job: ParseJob,
  onProgress: (message: ParseMessage & { type: 'progress' }) => void,
  limits = PARSER_LIMITS,
): RunningParser {
  const limited = spawnLimited(CHILD, limits);
  const { child } = limited;
  child.send(job);
  return { rows: child.stdout!, outcome: listen(limited, onProgress), kill: () => void child.kill('SIGKILL') };
}

function listen(
  { child, seen, limit, stop }: LimitedChild,
  onProgress: (message: ParseMessage & { type: 'progress' }) => void,
): Promise<ParseOutcome> {
  return new Promise((resolve, reject) => {
    let last: Exclude<ParseMessage, { type: 'progress' }> | null = null;
    let complaint = '';
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(-4_000);
    });
    child.on('message', (message: ParseMessage) => {
      seen();
      if (message.type === 'progress') onProgress(message);
      else last = message;
    });
    child.once('error', (error) => {
      stop();
      reject(new ParserFailure('parser.not_started', error.message));
    });
    child.once('close', (status, signal) => {
      stop();
      if (last?.type === 'done') resolve({ kind: 'done', summary: last.summary });
      else if (last?.type === 'refused')
        resolve({ kind: 'refused', code: last.code, detail: last.detail, summary: last.summary });
      else if (last?.type === 'failed') reject(new ParserFailure(last.code, last.message));
      else {
        const reached = limit(complaint);
        if (reached) resolve({ kind: 'refused', code: REFUSALS[reached], detail: { status, signal }, summary: null });
        // Nobody knows that the file is to blame: the batch stays as it was, and the next run tries again.
        else reject(new ParserFailure('parser.failed', `the parser ended with ${signal ?? status}`));
      }
    });
  });
}
