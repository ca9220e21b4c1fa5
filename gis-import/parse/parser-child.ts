/** The process in which a stranger's bytes are parsed: rows out on standard output, everything else as messages. */
import { once } from 'node:events';
import type { ParseJob, ParseMessage } from './parse-protocol.ts';
import { parseSource } from './parse-source.ts';

const CHUNK = 1 << 18;

function tell(message: ParseMessage): void {
  process.send?.(message);
}

/** Lines are gathered into chunks; a full pipe holds the parser back. */
function createEmitter(): { emit(lines: string | Uint8Array): Promise<void> | undefined; flush(): Promise<void> } {
  let pending: string[] = [];
  let length = 0;
  const write = async (chunk: string | Uint8Array): Promise<void> => {
    if (chunk.length > 0 && !process.stdout.write(chunk)) await once(process.stdout, 'drain');
  };
  const flush = (): Promise<void> => {
    const text = pending.join('');
    pending = [];
    length = 0;
    return write(text);
  };
  return {
    emit(lines) {
      // Threads give the bytes of many lines at once; single lines come as text, and never from both.
      if (typeof lines !== 'string') return write(lines);
      pending.push(lines);
      length += lines.length;
      return length >= CHUNK ? flush() : undefined;
    },
    flush,
  };
}

async function work(job: ParseJob): Promise<void> {
  const emitter = createEmitter();
  try {
    let last: ParseMessage | undefined;
    await parseSource(job, emitter.emit, (message) => {
      if (message.type === 'progress') tell(message);
      else last = message;
    });
    await emitter.flush();
    if (last) tell(last);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    process.exitCode = 1;
    // The limit of this process speaks through the same line as the runtime's own end would.
    if (/allocation failed|out of memory/i.test(message)) console.error(message);
    else tell({ type: 'failed', code: code ?? 'parser.failed', message });
  } finally {
    process.stdout.end(() => process.disconnect?.());
  }
}

process.once('message', (job: ParseJob) => void work(job));
// The importer died: nobody reads the rows any more.
process.once('disconnect', () => process.exit(process.exitCode ?? 0));
