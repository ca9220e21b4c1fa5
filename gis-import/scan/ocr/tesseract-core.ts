/** Tesseract as WebAssembly, in a child under limits: for machines whose packages nobody may add to. Several times slower. */
import { fileURLToPath } from 'node:url';
import { spawnLimited } from '../../../server/child/limited-child.ts';
import { type Ocr, OcrFailed } from './ocr.ts';
import { parseTsv } from './parse-tsv.ts';
import type { CoreJob, CoreReply } from './tesseract-core-child.ts';

const CHILD = fileURLToPath(new URL('./tesseract-core-child.ts', import.meta.url));
const LIMITS = { memoryBytes: 1_500_000_000, silenceMs: 300_000 };

export const TESSERACT_CORE: Ocr = {
  name: 'tesseract-core 7 vie',
  read: (path, { dpi }) =>
    new Promise((resolve, reject) => {
      const { child, stop } = spawnLimited(CHILD, LIMITS);
      let reply: CoreReply | undefined;
      child.on('message', (message: CoreReply) => {
        reply = message;
      });
      child.once('error', (error) => {
        stop();
        reject(new OcrFailed('the reader could not be started', { cause: error }));
      });
      child.once('close', (status, signal) => {
        stop();
        if (reply) resolve(parseTsv(reply.tsv));
        else reject(new OcrFailed(`the reader ended with ${signal ?? status}`));
      });
      const job: CoreJob = { path, dpi };
      child.send(job);
    }),
};
