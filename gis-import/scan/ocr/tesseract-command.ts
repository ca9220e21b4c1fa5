/** The `tesseract` of the machine: as fast as it gets. One thread each, since pages are read side by side. */
import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { underLimit } from '../../../server/child/limited-child.ts';
import { type Ocr, OcrFailed } from './ocr.ts';
import { parseTsv } from './parse-tsv.ts';

const run = promisify(execFile);
const LANGUAGE = 'vie';
/** Automatic page layout without a guess at its direction: pages are upright by then. */
const LAYOUT = '3';
const LONGEST_MS = 120_000;
const WRITABLE_BYTES = 1_500_000_000;
const LONGEST_OUTPUT = 32 * 1024 * 1024;

/** The command with the Vietnamese model, or undefined where the machine has not both. */
export function findTesseractCommand(): Ocr | undefined {
  const env = { PATH: process.env.PATH ?? '', OMP_THREAD_LIMIT: '1', LC_ALL: 'C.UTF-8' };
  const asked = spawnSync('tesseract', ['--list-langs'], { env, encoding: 'utf8' });
  if (asked.status !== 0 || !`${asked.stdout}${asked.stderr}`.split('\n').includes(LANGUAGE)) return undefined;
  const version = /tesseract (\S+)/.exec(spawnSync('tesseract', ['--version'], { env, encoding: 'utf8' }).stdout)?.[1];
  return {
    name: `tesseract ${version ?? ''} ${LANGUAGE}`,
    async read(file, { dpi }) {
      const [program, ...args] = underLimit(WRITABLE_BYTES, [
        'tesseract',
        file,
        'stdout',
        '-l',
        LANGUAGE,
        '--psm',
        LAYOUT,
        '--dpi',
        String(dpi),
        'tsv',
      ]);
      try {
        const { stdout } = await run(program!, args, {
          env,
          timeout: LONGEST_MS,
          killSignal: 'SIGKILL',
          maxBuffer: LONGEST_OUTPUT,
        });
        return parseTsv(stdout);
      } catch (error) {
        throw new OcrFailed('tesseract ended without an answer', { cause: error });
      }
    },
  };
}
