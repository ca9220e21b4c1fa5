/** Editions of thematic layers, from staging to the register of layers, in the caller's transaction. */
import type { EditionState } from '../../domain/layer/edition-step.ts';
import type { LayerFacts } from '../../domain/layer/layer-facts.ts';
import type { Trx } from '../kit/transaction.ts';

/** Holds other changes of a layer off until the transaction ends. */
export async function lockLayer(trx: Trx, code: string): Promise<void> {
  await trx.query(`select pg_advisory_xact_lock(hashtextextended('diaba.layer.' || $1, 0))`, [code]);
}

export interface EditionRow {
  readonly editionId: string;
  readonly layer: string;
  readonly editionNo: number;
  readonly batchId: string;
  readonly status: EditionState;
  readonly features: number;
  readonly proposedBy: string;
  readonly decidedAt: string | null;
  /** Earlier edition whose shapes it has again. */
  readonly restores: string | null;
}
const COLUMNS = `edition_id as "editionId", layer_code as layer, edition_no as "editionNo", batch_id as "batchId", status, features, proposed_by as "proposedBy",
  decided_at::text as "decidedAt", restores`;

/** The edition that a batch brought. */
export async function findEditionOfBatch(trx: Trx, batchId: string): Promise<EditionRow | undefined> {
  const { rows } = await trx.query<EditionRow>(
    `select ${COLUMNS} from thematic.edition where batch_id = $1 and restores is null`,
    [batchId],
  );
  return rows[0];
}

/** An edition of a layer by its number. */
export async function findEdition(trx: Trx, layer: string, no: number): Promise<EditionRow | undefined> {
  const { rows } = await trx.query<EditionRow>(
    `select ${COLUMNS} from thematic.edition where layer_code = $1 and edition_no = $2`,
    [layer, no],
  );
  return rows[0];
}

/**
 * Makes the layer where it is not there yet. What it is called and who sees it stays, once an edition of it was in force or waits; what came to
 * nothing before that decides nothing.
 */
export async function ensureLayer(
  trx: Trx,
  { code, theme, title, titleEn }: LayerFacts,
  channels: readonly string[],
  actor: string,
): Promise<boolean> {
  const { rowCount } = await trx.query(
    `insert into thematic.layer (layer_code, theme, title, title_en, channels, created_by) values ($1, $2, $3, $4, $5, $6)
     on conflict (layer_code) do nothing`,
    [code, theme, title, titleEn, channels, actor],
  );
  if (rowCount === 1) return true;
  const renewed = await trx.query(
    `update thematic.layer l set title = $2, title_en = $3, channels = $4 where l.layer_code = $1
       and not exists (select from thematic.edition e where e.layer_code = l.layer_code
         and (e.status in ('proposed', 'in_force', 'superseded') or (e.status = 'withdrawn' and e.decided_at is not null)))`,
    [code, title, titleEn, channels],
  );
  return renewed.rowCount === 1;
}

/**
 * Writes the next edition of a layer with every valid and warned record of a batch. The first is put in force at once where it is an initial
 * load; any other waits for a second person.
 */
export async function raiseEdition(
  trx: Trx,
  batchId: string,
  { code, source, licence, date, url }: LayerFacts,
  actor: string,
  mayLoad: boolean,
): Promise<EditionRow> {
  const { rows } = await trx.query<EditionRow>(
    `insert into thematic.edition (layer_code, edition_no, batch_id, source, licence, data_on, features, initial_load, status, proposed_by, decided_by, decided_at, source_url)
     select $2, coalesce(max(e.edition_no), 0) + 1, $1, $3, $4, $5::date,
       (select count(*) from staging.record r where r.batch_id = $1 and r.status in ('valid', 'warned')),
       first.load, case when first.load then 'in_force' else 'proposed' end, $6,
       case when first.load then $6 end, case when first.load then clock_timestamp() end, $8
     from (select $7::boolean and not exists (select from thematic.edition where layer_code = $2) as load) first
     left join thematic.edition e on e.layer_code = $2 group by first.load
     returning ${COLUMNS}`,
    [batchId, code, source, licence, date, actor, mayLoad, url ?? null],
  );
  const edition = rows[0]!;
  const { rowCount } = await trx.query(
    `insert into thematic.feature (edition_id, feature_no, category, name, value, unit, public_category, public_name, geom, geom_3857)
     select $1, r.record_no, r.candidate ->> 'category', r.candidate ->> 'name', (r.candidate ->> 'value')::numeric, r.candidate ->> 'unit',
       r.candidate ->> 'publicCategory', r.candidate ->> 'publicName', g.geom, st_transform(g.geom, 3857)
     from staging.record r
     cross join lateral (select case when st_isvalid(r.geom) then r.geom
       else st_multi(st_collectionextract(st_makevalid(r.geom, 'method=structure'), st_dimension(r.geom) + 1)) end as geom offset 0) g
     where r.batch_id = $2 and r.status in ('valid', 'warned')`,
    [edition.editionId, batchId],
  );
  if (rowCount !== edition.features)
    throw new Error(`edition ${edition.editionId}: ${edition.features} shapes to write, ${rowCount} written`);
  return edition;
}

/** Ends the edition in force, if there is one, and puts another in its place. */
export async function enforceEdition(
  trx: Trx,
  { editionId, layer }: EditionRow,
  actor: string,
): Promise<string | null> {
  const { rows } = await trx.query<{ edition_id: string }>(
    `update thematic.edition set status = 'superseded', ended_at = clock_timestamp() where layer_code = $1 and status = 'in_force' returning edition_id`,
    [layer],
  );
  await trx.query(
    `update thematic.edition set status = 'in_force', decided_by = $2, decided_at = clock_timestamp() where edition_id = $1`,
    [editionId, actor],
  );
  return rows[0]?.edition_id ?? null;
}

export async function refuseEdition(trx: Trx, editionId: string, actor: string, reason: string): Promise<void> {
  await trx.query(
    `update thematic.edition set status = 'refused', decided_by = $2, decided_at = clock_timestamp(), reason = $3 where edition_id = $1`,
    [editionId, actor, reason],
  );
}

export async function withdrawEdition(
  trx: Trx,
  { editionId, status }: Pick<EditionRow, 'editionId' | 'status'>,
  actor: string,
  reason: string,
): Promise<void> {
  await trx.query(
    `update thematic.edition set status = 'withdrawn', withdrawn_by = $2, withdrawn_at = now.at, withdrawal = $3, ended_at = case when $4 then now.at end
     from (select clock_timestamp() as at) now where edition_id = $1`,
    [editionId, actor, reason, status === 'in_force'],
  );
}

/** An edition that waits and has the shapes of an earlier one. */
export async function raiseAgain(trx: Trx, { editionId, layer }: EditionRow, actor: string): Promise<EditionRow> {
  const { rows } = await trx.query<EditionRow>(
    `insert into thematic.edition (layer_code, edition_no, batch_id, source, licence, data_on, features, proposed_by, restores, source_url)
     select $2, (select max(edition_no) + 1 from thematic.edition where layer_code = $2), batch_id, source, licence, data_on, features, $3, $1, source_url
     from thematic.edition where edition_id = $1 returning ${COLUMNS}`,
    [editionId, layer, actor],
  );
  const edition = rows[0]!;
  await trx.query(
    `insert into thematic.feature (edition_id, feature_no, category, name, value, unit, public_category, public_name, geom, geom_3857)
     select $1, feature_no, category, name, value, unit, public_category, public_name, geom, geom_3857 from thematic.feature where edition_id = $2`,
    [edition.editionId, editionId],
  );
  return edition;
}

/** The edition that waits to bring an earlier one back. */
export async function findRaisedAgain(trx: Trx, editionId: string): Promise<EditionRow | undefined> {
  const { rows } = await trx.query<EditionRow>(
    `select ${COLUMNS} from thematic.edition where restores = $1 and status = 'proposed'`,
    [editionId],
  );
  return rows[0];
}

/** Notes on the batch that its edition waits for a second person. */
export async function noteWaiting(trx: Trx, batchId: string): Promise<void> {
  await trx.query(
    `insert into staging.finding (batch_id, record_no, code, severity, detail) values ($1, null, 'layer.waits', 'info', '{}')`,
    [batchId],
  );
}

export interface EditionPromotion {
  readonly dealingId: null;
  /** Number of shapes. */
  readonly parcels: number;
  readonly registeredAt: string;
}

/** What a batch put in force, and when; nothing while it waits. */
export async function findEditionPromotion(trx: Trx, batchId: string): Promise<EditionPromotion | undefined> {
  const { rows } = await trx.query<{ at: Date; features: number }>(
    `select decided_at as at, features from thematic.edition
     where batch_id = $1 and restores is null and decided_at is not null and status <> 'refused'`,
    [batchId],
  );
  const row = rows[0];
  return row && { dealingId: null, parcels: row.features, registeredAt: row.at.toISOString() };
}
