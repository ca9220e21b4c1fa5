/** Layers as staff reads them: public or not, with their words as the file has them. */
import type { LayerEdition, OverlayRow } from '../../domain/layer/overlay.ts';
import type { Trx } from '../kit/transaction.ts';

/** SQL: editions in force just before an instant ($1), or now. */
const IN_FORCE = `case when $1::timestamptz is null then e.status = 'in_force'
  else e.status in ('in_force', 'superseded', 'withdrawn') and e.decided_at < $1 and (e.ended_at is null or e.ended_at >= $1) end`;

type Row = Omit<LayerEdition, 'inForceFrom'> & { readonly at: Date };

export async function listLayersInForce(trx: Trx, before: Date | null): Promise<LayerEdition[]> {
  const { rows } = await trx.query<Row>(
    `select l.layer_code as code, l.theme, l.title, l.title_en as "titleEn", e.edition_no as edition, e.source, e.licence,
       e.data_on::text as date, e.decided_at as at, e.features
     from thematic.layer l join thematic.edition e using (layer_code) where ${IN_FORCE} order by l.title collate "C", l.layer_code`,
    [before],
  );
  return rows.map(({ at, ...row }) => ({ ...row, inForceFrom: at.toISOString() }));
}

/** Codes of layers that the public sees where it looks parcels up. */
export async function listLookedUpLayers(trx: Trx): Promise<string[]> {
  const { rows } = await trx.query<{ code: string }>(
    `select layer_code as code from thematic.layer where 'lookup' = any (channels)`,
  );
  return rows.map(({ code }) => code);
}

/** What they have on a parcel, largest first; `words`: as the file has them, or as far as anybody may read them. */
export async function listOverlays(
  trx: Trx,
  parcelId: string,
  before: Date | null,
  words: 'all' | 'public' = 'all',
): Promise<OverlayRow[]> {
  const prefix = words === 'public' ? 'public_' : '';
  const { rows } = await trx.query<OverlayRow>(
    `with land as materialized (
       select v.geom_legal from cadastre.parcel_version v where v.parcel_id = $2 and v.registered_at is not null
         and ($1::timestamptz is null or (v.registered_at < $1 and (v.ended_at is null or v.ended_at >= $1)))
       order by v.version_no desc limit 1)
     select e.layer_code as layer, o.feature_no as no, f.${prefix}category as category, f.${prefix}name as name, f.value::float8 as value, f.unit, o.area_m2 as "areaM2",
       o.length_m as "lengthM", o.points
     from land cross join lateral thematic.overlaps(land.geom_legal, array(select e.edition_id from thematic.edition e where ${IN_FORCE})) o
     join thematic.feature f using (edition_id, feature_no) join thematic.edition e using (edition_id)
     order by e.layer_code, o.area_m2 desc nulls last, o.length_m desc nulls last, o.feature_no`,
    [before, parcelId],
  );
  return rows;
}
