/**
 * Parser children under limits (server/child/limited-child.ts), and their rows as streams. A child that has read a file to its
 * end waits for the next; one that was refused a file, failed or was stopped is not used again (ADR 0066).
 */
import { availableParallelism } from 'node:os';
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
import { type FrameReader, readFrames } from './row-frames.ts';

export const PARSER_LIMITS: ChildLimits = { memoryBytes: 1_000_000_000, silenceMs: 60_000 };
/** Children that wait at most: as many as there are files read at once. */
const MOST_WAITING = availableParallelism();

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

type Progress = ParseMessage & { type: 'progress' };
type OnProgress = (message: Progress) => void;

/** Where parsers come from, for one file after another or several at once. */
export interface Parsers {
  /** Parses one file in a child that waits, or in a new one. */
  run(job: ParseJob, onProgress: OnProgress): RunningParser;
  /** Ends the children that wait; those at work end with their file. */
  close(): void;
}

const CHILD = fileURLToPath(new URL('./parser-child.ts', import.meta.url));
const REFUSALS: Readonly<Record<LimitReached, FindingCode>> = {
  time: 'file.parser_timeout',
  memory: 'file.parser_memory',
};

interface Task {
  readonly frames: FrameReader;
  readonly onProgress: OnProgress;
  last: Exclude<ParseMessage, Progress> | null;
  resolve(outcome: ParseOutcome): void;
  reject(error: Error): void;
}

interface Parser extends LimitedChild {
  /** The file it reads; none while it waits. */
  task: Task | null;
}

/** `onFree`: it read its file to the end and can be given another. `onGone`: its process is over. */
function startParser(limits: ChildLimits, onFree: (parser: Parser) => void, onGone: (parser: Parser) => void): Parser {
  const parser: Parser = { ...spawnLimited(CHILD, limits), task: null };
  const { child } = parser;
  let complaint = '';
  const settleIfRead = () => {
    const { task } = parser;
    if (task?.last?.type !== 'done' || !task.last.stays || !task.frames.isComplete()) return;
    parser.task = null;
    parser.rest();
    onFree(parser);
    task.resolve({ kind: 'done', summary: task.last.summary });
  };
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-4_000);
  });
  child.stdout!.on('data', (bytes: Buffer) => {
    try {
      if (!parser.task) throw new Error('a parser wrote without a file');
      if (!parser.task.frames.take(bytes)) child.stdout!.pause();
      settleIfRead();
    } catch {
      // What says something else than was agreed is not listened to any longer.
      child.kill('SIGKILL');
    }
  });
  child.on('message', (message: ParseMessage) => {
    parser.seen();
    if (!parser.task) return void child.kill('SIGKILL');
    if (message.type === 'progress') return parser.task.onProgress(message);
    parser.task.last = message;
    settleIfRead();
  });
  child.once('error', (error) => {
    parser.stop();
    parser.task?.reject(new ParserFailure('parser.not_started', error.message));
    parser.task = null;
  });
  child.once('close', (status, signal) => {
    parser.stop();
    onGone(parser);
    const { task } = parser;
    parser.task = null;
    if (!task) return;
    task.frames.end();
    const outcome = outcomeOfEnd(parser, task.last, complaint, { status, signal });
    if (outcome instanceof ParserFailure) task.reject(outcome);
    else task.resolve(outcome);
  });
  return parser;
}

/** What came of a file whose child is over. */
function outcomeOfEnd(
  { limit }: LimitedChild,
  last: Task['last'],
  complaint: string,
  ended: { readonly status: number | null; readonly signal: NodeJS.Signals | null },
): ParseOutcome | ParserFailure {
  if (last?.type === 'done') return { kind: 'done', summary: last.summary };
  if (last?.type === 'refused') return { kind: 'refused', code: last.code, detail: last.detail, summary: last.summary };
  if (last?.type === 'failed') return new ParserFailure(last.code, last.message);
  const reached = limit(complaint);
  if (reached) return { kind: 'refused', code: REFUSALS[reached], detail: ended, summary: null };
  // Nobody knows that the file is to blame: the batch stays as it was, and the next run tries again.
  return new ParserFailure('parser.failed', `the parser ended with ${ended.signal ?? ended.status}`);
}

/** Gives a parser its file. */
function parseIn(parser: Parser, job: ParseJob, onProgress: OnProgress): RunningParser {
  const { child } = parser;
  const frames = readFrames(() => void child.stdout!.resume());
  const { promise, resolve, reject } = Promise.withResolvers<ParseOutcome>();
  const task: Task = { frames, onProgress, last: null, resolve, reject };
  parser.task = task;
  parser.seen();
  child.stdout!.resume();
  child.send(job, (error) => {
    if (error) child.kill('SIGKILL');
  });
  return {
    rows: frames.rows,
    outcome: promise,
    // A file that was read to its end has no process any more: the child may be at another.
    kill: () => void (parser.task === task && child.kill('SIGKILL')),
  };
}

/** Parsers that wait for the next file; to be closed. */
export function openParsers(limits: ChildLimits = PARSER_LIMITS): Parsers {
  const waiting = new Set<Parser>();
  let closed = false;
  // It has nothing in hand, and what a stranger's bytes made of it is not asked to go.
  const end = ({ child }: Parser) => void child.kill('SIGKILL');
  const onFree = (parser: Parser) => {
    if (closed || waiting.size >= MOST_WAITING) end(parser);
    else waiting.add(parser);
  };
  const take = (): Parser => {
    const [ready] = [...waiting].filter(({ child }) => child.connected);
    if (!ready) return startParser(limits, onFree, (parser) => void waiting.delete(parser));
    waiting.delete(ready);
    return ready;
  };
  return {
    run: (job, onProgress) => parseIn(take(), job, onProgress),
    close() {
      closed = true;
      for (const parser of waiting) end(parser);
      waiting.clear();
    },
  };
}

/** Parses one file in a child of its own. */
export function runParser(job: ParseJob, onProgress: OnProgress, limits = PARSER_LIMITS): RunningParser {
  const parsers = openParsers(limits);
  const running = parsers.run(job, onProgress);
  parsers.close();
  return running;
}
