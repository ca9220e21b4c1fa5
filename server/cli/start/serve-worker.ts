import { pino } from 'pino';
import type { Config } from '../../config.ts';
import { closePools, openPools } from '../../db/kit/pools.ts';
import { messageSettings } from './message-settings.ts';
import { openRegistry } from './open-registry.ts';
import { openWorker } from './open-worker.ts';

/** A process that only reads what was uploaded: no port, no pages. Ends on SIGINT or SIGTERM, giving its leases back. */
export async function serveWorker(config: Config): Promise<void> {
  const registry = await openRegistry(config);
  const log = pino({ level: config.logLevel });
  const pools = openPools(registry.urls, (error) =>
    log.warn({ code: (error as NodeJS.ErrnoException).code }, 'a database connection was lost'),
  );
  const leave = async (): Promise<void> => {
    await closePools(pools);
    await registry.release();
  };
  try {
    const { storageDir, registrySrid, scanInbox, layerSources } = config;
    const { personalDataKey } = registry;
    const worker = await openWorker(
      pools,
      { storageDir, registrySrid, personalDataKey, scanInbox, layerSources },
      log,
      messageSettings(config),
    );
    let asked = false;
    const stop = async (): Promise<void> => {
      // Ctrl-C comes twice under npm, from the terminal and from npm: the second must not cut the first short.
      if (asked) return;
      asked = true;
      await worker.stop();
      await leave();
      process.exit(0);
    };
    // Ctrl-C comes twice under npm, from the terminal and from npm: the second must not cut the first short.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
    log.info({ pid: process.pid }, 'the worker waits for batches');
  } catch (error) {
    await leave();
    throw error;
  }
}
