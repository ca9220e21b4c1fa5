import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as doors from '../domain/contract/lookups.ts';
import { LOOKUP_BOUNDS } from '../domain/lookup/lookup-bounds.ts';
import { type JsonRow, type ReadTable, readJsonTable, readTextTable } from '../domain/lookup/lookup-table.ts';
import { Problem } from '../domain/problem/problem.ts';
import { WORKBOOK_MEDIA } from '../domain/spreadsheet/write-workbook.ts';
import { chooseLanguage } from '../domain/words/language.ts';
import { actorOf } from '../plugins/access/admit.ts';
import { goneSignal } from '../plugins/reply/gone-signal.ts';
import { CLIENT_GONE } from '../plugins/request/access-log.ts';
import { serve } from '../plugins/serve.ts';
import { exportLookup } from '../registry/lookup/export-lookup.ts';
import { exportLookupCsv } from '../registry/lookup/export-lookup-csv.ts';
import { exportLookupGeoPackage } from '../registry/lookup/export-lookup-geopackage.ts';
import { exportLookupWorkbook } from '../registry/lookup/export-lookup-workbook.ts';
import { forgetLookup } from '../registry/lookup/forget-lookup.ts';
import { getLookup } from '../registry/lookup/get-lookup.ts';
import { listLookupRows } from '../registry/lookup/list-lookup-rows.ts';
import { getLookupQuota, listLookups } from '../registry/lookup/list-lookups.ts';
import type { LookupCipher } from '../registry/lookup/lookup-cipher.ts';
import { openAreaLookup } from '../registry/lookup/open-area-lookup.ts';
import { type AskedLookup, openLookup } from '../registry/lookup/open-lookup.ts';
import type { QueueLookup } from '../registry/lookup/queue-lookup.ts';
import { readWorkbookTable } from '../registry/lookup/read-workbook-table.ts';

/** Text of a table: UTF-8, or UTF-16 with its mark, as spreadsheets write "Unicode text". Null for anything else. */
function decodeTable(bytes: Buffer): string | null {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(wide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A text that a header carries percent-encoded; a problem where it is none, or longer than it may be. */
function headerText(request: FastifyRequest, name: string, longest: number): string | null {
  const value = request.headers[name];
  if (typeof value !== 'string' || value === '') return null;
  try {
    const text = decodeURIComponent(value).trim();
    if (text.length <= longest && !/\p{Cc}/u.test(text)) return text || null;
  } catch {
    // Told below, as what does not fit.
  }
  throw new Problem('request.invalid', { errors: [{ field: name, message: 'percent-encoded UTF-8' }] });
}

function readText(bytes: Buffer): ReadTable {
  const text = decodeTable(bytes);
  return text === null ? { trouble: 'not_a_table', line: 1 } : readTextTable(text);
}

/** Every zip begins so; a workbook that was sent as CSV is one all the same. */
const isZip = (bytes: Buffer) => bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]));

/** What was sent as bytes. */
async function readTableBody(
  storageDir: string,
  request: FastifyRequest,
  bytes: Buffer,
): Promise<Omit<AskedLookup, 'key'>> {
  const isWorkbook = isZip(bytes) || request.headers['content-type']?.startsWith(WORKBOOK_MEDIA);
  const table = isWorkbook
    ? await readWorkbookTable(storageDir, bytes, chooseLanguage(request.headers['accept-language']))
    : readText(bytes);
  const purpose = headerText(request, 'x-purpose', LOOKUP_BOUNDS.purpose);
  const digest = createHash('sha256')
    .update(bytes)
    .update('\0')
    .update(purpose ?? '')
    .digest();
  return { table, digest, purpose, name: headerText(request, 'x-table-name', LOOKUP_BOUNDS.name) ?? '' };
}

function readJsonBody({ rows, name, purpose }: doors.OpenLookup): Omit<AskedLookup, 'key'> {
  const digest = createHash('sha256')
    .update(JSON.stringify([rows, purpose ?? null]))
    .digest();
  return { table: readJsonTable(rows as JsonRow[]), digest, name: name ?? '', purpose: purpose ?? null };
}

export interface LookupDoors {
  readonly cipher: LookupCipher;
  readonly queue: QueueLookup;
  readonly publicUrl: string;
  /** Where a workbook lies while it is read, and a GeoPackage while it is made. */
  readonly storageDir: string;
}

/** Look-ups of many parcels, for businesses and for staff. */
export async function lookupRoutes(root: FastifyInstance, parts: LookupDoors): Promise<void> {
  await root.register(async (app) => {
    app.addContentTypeParser([...doors.TABLE_MEDIA], { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    openDoors(app, parts);
  });
}

function openDoors(app: FastifyInstance, { cipher, queue, publicUrl, storageDir }: LookupDoors): void {
  const { app: pool, portal } = app.pools;
  const pools = { pool, portal, cipher };
  serve(app, doors.openLookup, async ({ body, idempotencyKey }, request, reply) => {
    // Without a word on what is sent nothing is checked of it: then nothing was.
    if (body === undefined || body === null) throw new Problem('lookup.empty');
    const asked = Buffer.isBuffer(body) ? await readTableBody(storageDir, request, body) : readJsonBody(body);
    const opened = await openLookup({ ...pools, queue }, actorOf(request), { ...asked, key: idempotencyKey });
    reply.header('location', `/api/lookups/${opened.lookupId}`);
    return opened;
  });
  serve(app, doors.openAreaLookup, async ({ body, idempotencyKey }, request, reply) => {
    const asked = { polygon: body.polygon, key: idempotencyKey };
    const opened = await openAreaLookup({ ...pools, queue }, actorOf(request), asked);
    reply.header('location', `/api/lookups/${opened.lookupId}`);
    return opened;
  });
  serve(app, doors.listLookups, ({ query }, request) => listLookups(pool, cipher, actorOf(request), query));
  serve(app, doors.getLookupQuota, (_asked, request) => getLookupQuota(pool, actorOf(request)));
  serve(app, doors.getLookup, ({ params }, request) => getLookup(pool, cipher, actorOf(request), params.id));
  serve(app, doors.listLookupRows, ({ params, query }, request) =>
    listLookupRows(pools, actorOf(request), params.id, query),
  );
  const exportOf = (
    { id }: { id: string },
    { outcome, lang }: { outcome?: AskedOutcome; lang?: 'vi' | 'en' },
    request: FastifyRequest,
  ) =>
    exportLookup(pools, actorOf(request), id, {
      outcome: outcome ?? null,
      language: lang ?? chooseLanguage(request.headers['accept-language']),
      publicUrl,
    });
  const save = (reply: FastifyReply, fileName: string) =>
    reply.header('content-disposition', `attachment; filename="${fileName}"`);
  serve(app, doors.getLookupCsv, async ({ params, query }, request, reply) => {
    const found = await exportOf(params, query, request);
    return save(reply, `${found.fileName}.csv`)
      .type('text/csv; charset=utf-8; header=present')
      .send(Readable.from(exportLookupCsv(found)));
  });
  serve(app, doors.getLookupWorkbook, async ({ params, query }, request, reply) => {
    const found = await exportOf(params, query, request);
    return save(reply, `${found.fileName}.xlsx`).type(WORKBOOK_MEDIA).send(exportLookupWorkbook(found));
  });
  serve(app, doors.getLookupGeoPackage, async ({ params, query }, request, reply) => {
    const found = await exportOf(params, query, request);
    const described = () => save(reply, `${found.fileName}.gpkg`).type(doors.getLookupGeoPackage.media);
    // Whoever only asks whether it is there must not set the machine to work.
    if (request.method === 'HEAD') return described().send();
    const gone = goneSignal(reply);
    const terms = { filter: `${found.asOf.toISOString()} · ${query.outcome ?? '*'}`, source: publicUrl };
    try {
      const file = await exportLookupGeoPackage(portal, storageDir, found, terms, gone);
      const { size } = await file.stat();
      return described().header('content-length', size).send(file.createReadStream());
    } catch (error) {
      if (gone.aborted) return reply.code(CLIENT_GONE).send();
      throw error;
    }
  });
  serve(app, doors.forgetLookup, async ({ params }, request, reply) => {
    await forgetLookup(pool, actorOf(request), params.id);
    return reply.code(204).send();
  });
}

type AskedOutcome = NonNullable<Parameters<typeof listLookupRows>[3]['outcome']>;
