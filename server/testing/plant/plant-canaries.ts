/** Names, numbers and serials in every table that can hold a person, so that a leak of any of them shows. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { plantCertificate } from './plant-certificate.ts';
import { plantDealingCanaries } from './plant-dealing-canaries.ts';
import { plantDocumentCanaries } from './plant-document-canaries.ts';
import { box, plantLayer } from './plant-layer.ts';
import { plantLookupCanaries } from './plant-lookup-canaries.ts';
import { plantPaper } from './plant-paper.ts';
import { plantRequestCanaries } from './plant-request-canaries.ts';
import { plantReviewCanaries } from './plant-review-canaries.ts';
import { CANARIES } from './register-fixture.ts';

/** Tables of the personal schemas in which no text of a person can stand: digests, counts and keys only. */
const WITHOUT_TEXT = [
  'audit.checkpoint',
  'audit.leaf',
  'audit.tree_node',
  'dealing.basis_document',
  'dealing.request_stop',
  'dealing.target',
  'document.certificate_right',
  'document.document_page',
  'document.identity_number',
  'document.page_picture',
  'document.paper_parcel',
  'document.sample_turn',
  'document.stored_file',
  'document.word',
  'lookup.answer',
  'party.visibility',
  'rights.leased_right',
  'rights.mortgaged_right',
  'staging.difference',
  'staging.overlap_check',
  'staging.overlap_pair',
  'staging.same_shape',
  'staging.uncompared',
];

/** Whoever signs for the office is named on every paper, and by the certificate that anybody checks it with. */
const PUBLIC_BY_NATURE = ['document.signing_certificate', 'document.statement_key'];

/** Fills what the fixture leaves empty. Throws when a table of the personal schemas holds no canary afterwards. */
export async function plantCanaries(migratorUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: migratorUrl });
  await client.connect();
  try {
    await plant(client);
    const bare = await listBareTables(client);
    if (bare.length > 0) throw new Error(`no canary in ${bare.join(', ')}: plant one, or say that it holds no text`);
  } finally {
    await client.end();
  }
}

/** A public layer and one of staff's; persons stand in what the filter of words took out, and all over the second. */
async function plantLayers(client: pg.Client): Promise<void> {
  const [name, number] = CANARIES;
  const wkt = box(416_600, 2_352_900, 417_900, 2_353_900);
  await plantLayer(client, {
    code: 'canaries',
    proposedBy: name,
    features: [{ category: number, name, publicCategory: null, publicName: null, wkt }],
  });
  await plantLayer(client, { code: 'hidden', title: name, channels: [], features: [{ category: number, name, wkt }] });
}

async function plant(client: pg.Client): Promise<void> {
  const [name, number, serial] = CANARIES;
  await plantLayers(client);
  const batch = randomUUID();
  const digest = Buffer.alloc(32, 7);
  const holders = JSON.stringify({ holders: [{ name, number, serial }] });
  await client.query("insert into document.stored_file values ($1, 1, 'application/zip')", [digest]);
  await client.query(
    `insert into staging.batch (batch_id, identity_sha256, source_sha256, source_name, kind, commune_code, commune_valid_from,
       unit_code, unit_valid_from, options, status, source, report, created_by)
     values ($1, $2, $2, $3, 'parcels', '99001', '2025-07-01', '99001', '2025-07-01', $4, 'validated', $4, $4, $3)`,
    [batch, digest, name, holders],
  );
  await client.query(
    `insert into staging.column_profile (profile_id, name, columns, named_by) values ($1, $2, jsonb_build_object($3::text, $4::text), $2)`,
    [randomUUID(), name, number, serial],
  );
  await client.query("insert into staging.file values ($1, 1, $2, 'shapefile', 'read', $3, 1)", [batch, name, serial]);
  await client.query(
    `insert into staging.record (batch_id, record_no, status, exclusion_reason, raw, candidate)
     values ($1, 1, 'ignored', $2, $3, $3)`,
    [batch, name, holders],
  );
  await client.query('insert into staging.identity_number values ($1, 1, 1, $2, $3)', [
    batch,
    Buffer.from(number),
    digest,
  ]);
  await client.query(
    "insert into staging.finding (batch_id, record_no, code, severity, detail) values ($1, 1, 'x', 'info', $2)",
    [batch, holders],
  );
  await client.query("insert into staging.correction values ($1, 1, 'TENCHU', 'case', $2, $2, 'applied', $2)", [
    batch,
    name,
  ]);
  await plantReviewCanaries(client, batch, { name, digest, body: holders });
  await client.query(
    'insert into staging.scratch (run_id, record_no, raw, candidate, identities) values ($1, 1, $2, $2, $2)',
    [batch, holders],
  );
  await client.query(
    `insert into dealing.dealing (dealing_id, kind, status, commune_code, commune_valid_from, proposed_by)
     values ($1, 'import_promotion', 'draft', '99001', '2025-07-01', $2)`,
    [randomUUID(), name],
  );
  await plantDealingCanaries(client);
  await plantPaper(client, { by: name, digest });
  await plantRequestCanaries(client);
  await plantDocumentCanaries(client, digest);
  await plantCertificate(client);
  await plantLookupCanaries(client, digest);
  await client.query(
    "insert into audit.entry (actor, action, subject_kind, subject_id, body, leaf) values ($1, 'x', 'party', $2, $3, '')",
    [name, serial, holders],
  );
  await client.query(
    `insert into reference.office (office_id, name, address, valid_from, communes, source, fictional)
     values ('canary', 'Văn phòng', '', '2025-07-01', '{99001}', 'fixture', true)`,
  );
  await client.query(
    `insert into reference.signatory (signatory_id, office_id, full_name, position, authority_formula, valid_from, source, fictional)
     values ('canary', 'canary', $1, 'Giám đốc', '', '2025-07-01', 'fixture', true)`,
    [name],
  );
}

/** The tables of the personal schemas no row of which holds a canary, as text or as bytes. */
async function listBareTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('party', 'rights', 'document', 'dealing', 'staging', 'audit', 'lookup') and c.relkind in ('r', 'p') order by 1`,
  );
  const needles = CANARIES.flatMap((canary) => [canary, Buffer.from(canary).toString('hex')]);
  const bare: string[] = [];
  for (const { name } of rows) {
    if (WITHOUT_TEXT.includes(name) || PUBLIC_BY_NATURE.includes(name)) continue;
    const found = await client.query(`select from ${name} t where t::text like any ($1::text[]) limit 1`, [
      needles.map((needle) => `%${needle}%`),
    ]);
    if (found.rowCount === 0) bare.push(name);
  }
  return bare;
}
