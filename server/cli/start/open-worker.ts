import type pg from 'pg';
import { nameWorkError } from '../../../gis-import/name-work-error.ts';
import { openParsers } from '../../../gis-import/parse/run-parser.ts';
import { createScanRun } from '../../../gis-import/scan/work/create-scan-run.ts';
import { createImportRun } from '../../../gis-import/worker.ts';
import { IMPORT_WORKER } from '../../jobs/lease.ts';
import { openScanQueue } from '../../jobs/scan-queue.ts';
import { startFetchWorker } from '../../jobs/start-fetch-worker.ts';
import { startInboxWorker } from '../../jobs/start-inbox-worker.ts';
import { startIndicatorWorker } from '../../jobs/start-indicator-worker.ts';
import { startLookupWorker } from '../../jobs/start-lookup-worker.ts';
import { startMessageWorker } from '../../jobs/start-message-worker.ts';
import { startPaperIndexer } from '../../jobs/start-paper-indexer.ts';
import { startScanWorker } from '../../jobs/start-scan-worker.ts';
import { startWatchWorker } from '../../jobs/start-watch-worker.ts';
import { startWorker, type Worker, type WorkerLog } from '../../jobs/start-worker.ts';
import { type MessageSettings, openSenders } from '../../messages/open-senders.ts';
import { openPost } from '../../messages/post-to-client.ts';
import { openSources } from '../../messages/read-source.ts';

/** The workers over the pipeline, scans, look-ups and, where it is said how, messages, for every process that is to be one. */
export async function openWorker(
  { app: pool, portal }: { readonly app: pg.Pool; readonly portal: pg.Pool },
  context: {
    storageDir: string;
    personalDataKey: Buffer;
    registrySrid: number;
    scanInbox?: string | null;
    layerSources?: readonly string[];
  },
  log: WorkerLog,
  messages?: MessageSettings,
): Promise<Worker> {
  const parsers = openParsers();
  const importing = await startWorker({
    pool,
    run: createImportRun({ ...context, parsers }, IMPORT_WORKER),
    nameError: nameWorkError,
    log,
  });
  const further = openScanQueue(pool, (error) => log.warn({ cause: String(error) }, 'the queue of scans is not well'));
  const scanning = await startScanWorker({ pool, run: createScanRun(context, further.queue), log });
  const { personalDataKey, storageDir, scanInbox, layerSources = [] } = context;
  const taking = scanInbox
    ? startInboxWorker({ pool, storageDir, personalDataKey, folder: scanInbox, queue: further.queue, log })
    : undefined;
  const fetching =
    layerSources.length > 0
      ? startFetchWorker({ pool, storageDir, personalDataKey, read: openSources(layerSources), log })
      : undefined;
  const lookingUp = await startLookupWorker({ pool, portal, personalDataKey, log });
  const indexing = startPaperIndexer(pool, personalDataKey, log);
  const counting = startIndicatorWorker(pool, log);
  const noticing =
    messages &&
    startWatchWorker({
      pool,
      portal,
      personalDataKey,
      publicUrl: messages.publicUrl,
      mail: openSenders(messages).mail,
      post: openPost(messages.hooksInside ?? false),
      log,
    });
  const telling =
    messages &&
    startMessageWorker({ pool, personalDataKey, publicUrl: messages.publicUrl, senders: openSenders(messages), log });
  return {
    async stop() {
      await Promise.all([
        importing.stop(),
        taking?.stop(),
        scanning.stop(),
        fetching?.stop(),
        lookingUp.stop(),
        counting.stop(),
        indexing.stop(),
        telling?.stop(),
        noticing?.stop(),
      ]);
      parsers.close();
      await further.close();
    },
  };
}
