/**
 * Starts the parser child under limits and hands its rows on as a stream. Its resident size is watched, and `prlimit
 * --data` stops at once what grows between two looks (a worker thread's own limits would not count Buffers and
 * WebAssembly). The hard limit is wider: every thread of the runtime reserves writable memory that it never touches.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { FindingCode } from '../../server/domain/finding/finding.ts';
import type { ParseJob, ParseMessage, ParseSummary } from './parse-protocol.ts';

export interface ParserLimits {
  /** Resident memory. */
  readonly memoryBytes: number;
  /** Longest silence: no row, no message. */
  readonly silenceMs: number;
}

export const PARSER_LIMITS: ParserLimits = { memoryBytes: 1_000_000_000, silenceMs: 60_000 };

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

/** Writable memory reserved per resident byte with one thread per processor, measured: 2.1 GB beside 0.47 GB. */
const WRITABLE_PER_RESIDENT = 3;

const CHILD = fileURLToPath(new URL('./parser-child.ts', import.meta.url));
const PRLIMIT = ['/usr/bin/prlimit', '/bin/prlimit'].find((path) => existsSync(path));

export function runParser(
  job: ParseJob,
  onProgress: (message: ParseMessage & { type: 'progress' }) => void,
  limits = PARSER_LIMITS,
): RunningParser {
  const heap = Math.floor(limits.memoryBytes / 1_048_576 / 2);
  const node = [process.execPath, `--max-old-space-size=${heap}`, '--disable-warning=ExperimentalWarning', CHILD];
  const command = PRLIMIT
    ? [PRLIMIT, `--data=${limits.memoryBytes * WRITABLE_PER_RESIDENT}`, '--core=0', ...node]
    : node;
  const child = spawn(command[0]!, command.slice(1), {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { PATH: process.env.PATH ?? '' },
  });
  const watch = watchChild(child, limits);
  child.send(job);
  return { rows: child.stdout!, outcome: listen(child, watch, onProgress), kill: () => void child.kill('SIGKILL') };
}

interface Watch {
  reason: 'file.parser_timeout' | 'file.parser_memory' | null;
  seen(): void;
  stop(): void;
}

function watchChild(child: ChildProcess, limits: ParserLimits): Watch {
  let timer: NodeJS.Timeout;
  const end = (reason: Watch['reason']) => {
    watch.reason ??= reason;
    child.kill('SIGKILL');
  };
  const memory = setInterval(() => void checkResident(child, limits, () => end('file.parser_memory')), 250);
  const watch: Watch = {
    reason: null,
    seen() {
      clearTimeout(timer);
      timer = setTimeout(() => end('file.parser_timeout'), limits.silenceMs);
    },
    stop() {
      clearTimeout(timer);
      clearInterval(memory);
    },
  };
  watch.seen();
  child.stdout?.on('data', watch.seen);
  return watch;
}

async function checkResident(child: ChildProcess, limits: ParserLimits, tooMuch: () => void): Promise<void> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
  const kilobytes = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
  if (kilobytes * 1024 > limits.memoryBytes) tooMuch();
}

function listen(
  child: ChildProcess,
  watch: Watch,
  onProgress: (message: ParseMessage & { type: 'progress' }) => void,
): Promise<ParseOutcome> {
  return new Promise((resolve, reject) => {
    let last: Exclude<ParseMessage, { type: 'progress' }> | null = null;
    let complaint = '';
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(-4_000);
    });
    child.on('message', (message: ParseMessage) => {
      watch.seen();
      if (message.type === 'progress') onProgress(message);
      else last = message;
    });
    child.once('error', (error) => {
      watch.stop();
      reject(new ParserFailure('parser.not_started', error.message));
    });
    child.once('close', (status, signal) => {
      watch.stop();
      if (last?.type === 'done') resolve({ kind: 'done', summary: last.summary });
      else if (last?.type === 'refused')
        resolve({ kind: 'refused', code: last.code, detail: last.detail, summary: last.summary });
      else if (last?.type === 'failed') reject(new ParserFailure(last.code, last.message));
      else {
        const code = watch.reason ?? (OUT_OF_MEMORY.test(complaint) ? 'file.parser_memory' : null);
        if (code) resolve({ kind: 'refused', code, detail: { status, signal }, summary: null });
        // Nobody knows that the file is to blame: the batch stays as it was, and the next run tries again.
        else reject(new ParserFailure('parser.failed', `the parser ended with ${signal ?? status}`));
      }
    });
  });
}

/** What the runtime says when its memory ends. */
const OUT_OF_MEMORY = /out of memory|Allocation failed|ENOMEM|Cannot allocate memory|Array buffer allocation/i;
