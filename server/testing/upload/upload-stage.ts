import pg from 'pg';
import { findFreePort } from '../../embedded/find-free-port.ts';
import { COMMUNE } from '../import/open-import.ts';
import { ORIGIN, PLOT, type SheetOverrides, sheetZip } from '../import/sheet-zip.ts';
import { openTokenApp, type TokenApp } from '../sign-in/token-app.ts';
import type { Sender } from './send-upload.ts';

/** A server that listens, people who send, and a look at the tables. */
export interface UploadStage extends TokenApp {
  readonly base: string;
  readonly owner: pg.Pool;
  /** An officer of the test commune, or whoever is described. */
  sender(sub?: string, role?: Parameters<TokenApp['as']>[0], communes?: readonly string[]): Sender;
  /** A sheet on ground of its own. */
  nextSheet(sheet?: SheetOverrides): Promise<Buffer>;
}

/** A test asks more in a minute than an office does. */
const NO_LIMIT = { tiles: 1_000_000, others: 1_000_000 };

export async function openUploadStage(
  ...[config, parts, given]: Parameters<typeof openTokenApp>
): Promise<UploadStage> {
  const port = await findFreePort();
  const base = `http://127.0.0.1:${port}`;
  const t = await openTokenApp({ publicUrl: base, rateLimits: NO_LIMIT, ...config }, parts, given);
  await t.app.listen({ host: '127.0.0.1', port });
  const owner = new pg.Pool({ connectionString: t.database.urls.migrator, max: 2 });
  // Tests that kill the database know that they did; a query says it again.
  owner.on('error', () => undefined);
  let plots = 0;
  return {
    ...t,
    base,
    owner,
    sender: (sub = 'ha', role = 'officer', communes = [COMMUNE]) => ({ base, headers: t.as(role, communes, sub) }),
    nextSheet: (sheet) => sheetZip({ origin: [ORIGIN[0], ORIGIN[1] + PLOT * ++plots], ...sheet }),
    async close() {
      await owner.end();
      await t.close();
    },
  };
}
