/** npm run worker: only the worker, beside as many others as the database and the cores bear. */
import { readConfig } from '../config.ts';
import { failPlainly } from './start/plain-message.ts';
import { serveWorker } from './start/serve-worker.ts';

try {
  await serveWorker(readConfig(process.env));
} catch (error) {
  failPlainly(error);
}
