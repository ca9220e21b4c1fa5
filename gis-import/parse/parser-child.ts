/**
 * The process in which strangers' bytes are parsed, one file after another: rows out on standard output (row-frames.ts),
 * everything else as messages. After a file that was not read to its end it takes no other.
 */
import { once } from 'node:events';
import type { ParseJob, ParseMessage } from './parse-protocol.ts';
import { parseSource } from './parse-source.ts';
import { frameHead } from './row-frames.ts';

const CHUNK = 1 << 18;
/** Files that one child reads at most, and resident bytes that it may hold while it waits. */
const MOST_FILES = 200;
const MOST_KEPT = 400_000_000;
let files = 0;

function tell(message: ParseMessage): void {
  process.send?.(message);
}

async function write(chunk: Uint8Array): Promise<void> {
  process.stdout.cork();
  process.stdout.write(frameHead(chunk.length));
  const drained = chunk.length === 0 || process.stdout.write(chunk);
  process.stdout.uncork();
  if (!drained) await once(process.stdout, 'drain');
}

/** Lines are gathered into chunks; a full pipe holds the parser back. */
function createEmitter(): { emit(lines: string | Uint8Array): Promise<void> | undefined; flush(): Promise<void> } {
  let pending: string[] = [];
  let length = 0;
  const flush = async (): Promise<void> => {
    const text = pending.join('');
    pending = [];
    length = 0;
    if (text.length > 0) await write(Buffer.from(text));
  };
  return {
    emit(lines) {
      // Threads give the bytes of many lines at once; single lines come as text, and never from both.
      if (typeof lines !== 'string') return lines.length > 0 ? write(lines) : undefined;
      pending.push(lines);
      length += lines.length;
      return length >= CHUNK ? flush() : undefined;
    },
    flush,
  };
}

/** Whether another file may follow. */
async function work(job: ParseJob): Promise<boolean> {
  const emitter = createEmitter();
  files += 1;
  try {
    let last: ParseMessage | undefined;
    await parseSource(job, emitter.emit, (message) => {
      if (message.type === 'progress') tell(message);
      else last = message;
    });
    await emitter.flush();
    await write(new Uint8Array());
    if (last?.type !== 'done') {
      if (last) tell(last);
      return false;
    }
    const stays = files < MOST_FILES && process.memoryUsage.rss() < MOST_KEPT;
    tell({ ...last, stays });
    return stays;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    process.exitCode = 1;
    // The limit of this process speaks through the same line as the runtime's own end would.
    if (/allocation failed|out of memory/i.test(message)) console.error(message);
    else tell({ type: 'failed', code: code ?? 'parser.failed', message });
    return false;
  }
}

process.on('message', async (job: ParseJob) => {
  if (!(await work(job))) process.stdout.end(() => process.disconnect?.());
});
// The importer died or needs this process no more.
process.once('disconnect', () => process.exit(process.exitCode ?? 0));
