/** Public layers, as role diaba_portal. */
import type pg from 'pg';
import type { LayerChannel } from '../../domain/layer/layer-facts.ts';
import type { LayerEdition, OverlayRow } from '../../domain/layer/overlay.ts';
import { queryRows } from '../kit/query-rows.ts';

export interface PortalLayer extends LayerEdition {
  readonly channels: readonly LayerChannel[];
}

type Row = Omit<PortalLayer, 'inForceFrom'> & { readonly at: Date } & pg.QueryResultRow;

/** The layers that some open channel shows, each in the edition that was in force just before an instant; null = now. */
export async function listPortalLayers(pool: pg.Pool, before: Date | null): Promise<PortalLayer[]> {
  const rows = await queryRows<Row>(
    pool,
    `select layer_code as code, theme, title, title_en as "titleEn", edition_no as edition, source, licence, data_on::text as date,
       in_force_from as at, features, channels
     from portal.layer where channels <> '{}'
       and case when $1::timestamptz is null then status = 'in_force' else in_force_from < $1 and (ended_at is null or ended_at >= $1) end
     order by title collate "C", layer_code`,
    [before],
  );
  return rows.map(({ at, ...row }) => ({ ...row, inForceFrom: at.toISOString() }));
}

/** What those that channel lookup shows have on a parcel, largest first. */
export async function listPortalOverlays(pool: pg.Pool, id: string, before: Date | null): Promise<OverlayRow[]> {
  return queryRows<OverlayRow & pg.QueryResultRow>(
    pool,
    `select layer_code as layer, feature_no as no, category, name, value::float8 as value, unit, area_m2 as "areaM2", length_m as "lengthM", points
     from portal.parcel_overlays($1, $2)`,
    [id, before],
  );
}
