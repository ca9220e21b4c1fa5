/** The real server with batches brought in by the real pipeline, and people of every role to review them. */
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LightMyRequestResponse as Reply } from 'fastify';
import pg from 'pg';
import { type ImportContext, importFile } from '../../gis-import/pipeline.ts';
import type { ImportReport } from '../domain/batch/import-report.ts';
import type { BatchDetail } from '../domain/contract/batch/batch-shapes.ts';
import type { Role } from '../domain/role.ts';
import { COMMUNE, IMPORTER, importRequest, type RequestOverrides } from './import/open-import.ts';
import { ORIGIN, PLOT, type SheetOverrides, sheetZip } from './import/sheet-zip.ts';
import { openTokenApp, type TokenApp } from './sign-in/token-app.ts';

/** Somebody who asks; officer of the batches' commune unless said otherwise. */
export interface Person {
  readonly role?: Role | readonly Role[];
  readonly communes?: readonly string[];
  readonly sub?: string;
}

/** Plots between the first sheet and the land that the register holds already. */
const AWAY = 5;

/** Tables in which a step leaves anything. */
const STATE = [
  ...['batch', 'record', 'finding', 'correction', 'correction_step', 'exclusion_step', 'staff'].map(
    (name) => `staging.${name}`,
  ),
  ...['sheet', 'parcel', 'parcel_version', 'parcel_purpose', 'tile_revision'].map((name) => `cadastre.${name}`),
  ...[
    'dealing.dealing',
    'dealing.proposal',
    'dealing.answer',
    'party.party',
    'party.visibility',
    'rights."right"',
    'audit.entry',
    'audit.read_log',
    'pgboss.job',
  ],
];

export interface ReviewApp extends TokenApp {
  /** Imports a sheet on ground of its own; at most `PLOT` metres wide. */
  bringIn(sheet?: SheetOverrides, request?: RequestOverrides): Promise<ImportReport>;
  /** Imports a file as it is. */
  bringInBytes(bytes: Buffer, request?: RequestOverrides, ending?: string): Promise<ImportReport>;
  get(path: string, person?: Person): Promise<Reply>;
  /** Posts with a key of its own, or the one given. */
  post(path: string, payload: object, person?: Person, headers?: Readonly<Record<string, string>>): Promise<Reply>;
  /** The batch as this person sees it. */
  batch(id: string, person?: Person): Promise<BatchDetail>;
  /** Takes a batch to `proposed` by officer "ha"; the dealing. */
  propose(id: string): Promise<string>;
  /** Digest of all that a step could have changed. */
  everything(): Promise<string>;
  /** As the owner of the tables: sees everything. */
  query<T extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<T[]>;
}

export const HA: Person = { role: 'officer', sub: 'ha' };
export const BINH: Person = { role: 'approver', sub: 'binh' };
/** Somebody with every role of a review, in another commune. */
export const STRANGER: Person = { role: ['officer', 'approver', 'surveyor'], communes: ['99002'], sub: 'stranger' };

/** A test asks more in a minute than an office does. */
const NO_LIMIT = { tiles: 1_000_000, others: 1_000_000 };

export async function openReviewApp(...[config, parts]: Parameters<typeof openTokenApp>): Promise<ReviewApp> {
  const opened = await openTokenApp({ rateLimits: NO_LIMIT, ...config }, parts);
  const owner = new pg.Pool({ connectionString: opened.database.urls.migrator, max: 2 });
  // Connections that the dropped database closes are expected; any other error of an idle one is not.
  owner.on('error', (error) => {
    if (!/terminat/.test(error.message)) throw error;
  });
  const context: ImportContext = {
    pool: opened.pools.app,
    actor: IMPORTER,
    storageDir: join(opened.storageDir, 'store'),
    personalDataKey: Buffer.alloc(32, 7),
    registrySrid: 9214,
  };
  let plots = 0;
  let files = 0;
  const headersOf = ({ role = 'officer', communes = [COMMUNE], sub = 'ha' }: Person) => opened.as(role, communes, sub);
  const app: ReviewApp = {
    ...opened,
    async bringIn(sheet = {}, request = {}) {
      plots += 1;
      const origin = [ORIGIN[0], ORIGIN[1] + PLOT * (plots + AWAY)] as const;
      return app.bringInBytes(await sheetZip({ origin, ...sheet }), request);
    },
    async bringInBytes(bytes, request = {}, ending = 'zip') {
      files += 1;
      const path = join(opened.storageDir, `to-${files}.${ending}`);
      await writeFile(path, bytes);
      return importFile(context, importRequest(path, `to-${files}.${ending}`, request), () => {});
    },
    get: (path, person = {}) => opened.app.inject({ url: path, headers: headersOf(person) }),
    post: (path, payload, person = {}, headers = {}) =>
      opened.app.inject({
        method: 'POST',
        url: path,
        headers: { 'idempotency-key': randomUUID(), ...headersOf(person), ...headers },
        payload,
      }),
    async batch(id, person) {
      const reply = await app.get(`/api/batches/${id}`, person);
      if (reply.statusCode !== 200) throw new Error(`batch ${id}: ${reply.statusCode} ${reply.body}`);
      return reply.json<BatchDetail>();
    },
    async propose(id) {
      const dealingId = randomUUID();
      const reply = await app.post(`/api/batches/${id}/propose`, { dealingId }, HA);
      if (reply.statusCode !== 200) throw new Error(`propose ${id}: ${reply.statusCode} ${reply.body}`);
      return dealingId;
    },
    async everything() {
      const parts = STATE.map((table) => `select '${table}' || t::text as line from ${table} t`);
      const [row] = await app.query<{ digest: string }>(
        `select md5(string_agg(line, E'\\n' order by line)) as digest from (${parts.join(' union all ')}) all_of_it`,
      );
      return row!.digest;
    },
    async query(sql, values) {
      return (await owner.query(sql, values)).rows;
    },
    async close() {
      await owner.end();
      await opened.close();
    },
  };
  return app;
}
