import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as doors from '../domain/contract/lookups.ts';
import { LOOKUP_BOUNDS } from '../domain/lookup/lookup-bounds.ts';
import { type JsonRow, type ReadTable, readJsonTable, readTextTable } from '../domain/lookup/lookup-table.ts';
import { Problem } from '../domain/problem/problem.ts';
import { chooseLanguage } from '../domain/words/language.ts';
import { actorOf } from '../plugins/access/admit.ts';
import { serve } from '../plugins/serve.ts';
import { exportLookup } from '../registry/lookup/export-lookup.ts';
import { exportLookupCsv } from '../registry/lookup/export-lookup-csv.ts';
import { forgetLookup } from '../registry/lookup/forget-lookup.ts';
import { getLookup } from '../registry/lookup/get-lookup.ts';
import { listLookupRows } from '../registry/lookup/list-lookup-rows.ts';
import { getLookupQuota, listLookups } from '../registry/lookup/list-lookups.ts';
import type { LookupCipher } from '../registry/lookup/lookup-cipher.ts';
import { type AskedLookup, openLookup } from '../registry/lookup/open-lookup.ts';
import type { QueueLookup } from '../registry/lookup/queue-lookup.ts';

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

/** What was sent as bytes. */
function readTableBody(request: FastifyRequest, bytes: Buffer): Omit<AskedLookup, 'key'> {
  const text = decodeTable(bytes);
  const table: ReadTable = text === null ? { trouble: 'not_a_table', line: 1 } : readTextTable(text);
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
}

/** Look-ups of many parcels, for businesses and for staff. */
export async function lookupRoutes(root: FastifyInstance, parts: LookupDoors): Promise<void> {
  await root.register(async (app) => {
    app.addContentTypeParser([...doors.TABLE_MEDIA], { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    openDoors(app, parts);
  });
}

function openDoors(app: FastifyInstance, { cipher, queue, publicUrl }: LookupDoors): void {
  const { app: pool, portal } = app.pools;
  const pools = { pool, portal, cipher };
  serve(app, doors.openLookup, async ({ body, idempotencyKey }, request, reply) => {
    const asked = Buffer.isBuffer(body) ? readTableBody(request, body) : readJsonBody(body);
    const opened = await openLookup({ ...pools, queue }, actorOf(request), { ...asked, key: idempotencyKey });
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
  serve(app, doors.forgetLookup, async ({ params }, request, reply) => {
    await forgetLookup(pool, actorOf(request), params.id);
    return reply.code(204).send();
  });
}

type AskedOutcome = NonNullable<Parameters<typeof listLookupRows>[3]['outcome']>;
