/** A thematic layer written as the owner of the tables, for tests of what reads layers. */
import { createHash, randomUUID } from 'node:crypto';
import type pg from 'pg';

export interface PlantedFeature {
  readonly category?: string | null;
  readonly name?: string | null;
  readonly publicCategory?: string | null;
  readonly publicName?: string | null;
  readonly value?: number | null;
  readonly unit?: string | null;
  /** EPSG:9214. */
  readonly wkt: string;
}

export interface PlantedLayer {
  readonly code: string;
  readonly theme?: string;
  readonly title?: string;
  readonly channels?: readonly string[];
  readonly proposedBy?: string;
  /** Left waiting for a second person. */
  readonly waits?: boolean;
  readonly features: readonly PlantedFeature[];
}

/** Adds an edition; makes the layer where it is not there. The first is in force. Returns the edition and its batch. */
export async function plantLayer(
  client: pg.Client,
  {
    code,
    theme = 'other',
    title = `Lớp ${code}`,
    channels = ['lookup', 'tiles', 'ogc'],
    proposedBy = 'planter',
    waits = false,
    features,
  }: PlantedLayer,
): Promise<{ editionId: string; batchId: string }> {
  const [editionId, batchId] = [randomUUID(), randomUUID()];
  const digest = createHash('sha256').update(batchId).digest();
  await client.query('begin');
  try {
    await client.query(
      "insert into document.stored_file (sha256, byte_length, media_type) values ($1, 1, 'application/geo+json')",
      [digest],
    );
    await client.query(
      `insert into staging.batch (batch_id, identity_sha256, source_sha256, source_name, kind, options, status, created_by)
       values ($1, $2, $2, 'layer.geojson', 'layer', '{}', $3, $4)`,
      [batchId, digest, waits ? 'validated' : 'promoted', proposedBy],
    );
    await client.query(
      `insert into thematic.layer (layer_code, theme, title, channels, created_by) values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [code, theme, title, channels, proposedBy],
    );
    await client.query(
      `insert into thematic.edition (edition_id, layer_code, edition_no, batch_id, source, licence, data_on, features, initial_load, status, proposed_by, decided_by, decided_at)
       select $1, $2, (select count(*) + 1 from thematic.edition where layer_code = $2), $3, 'Sở Thử nghiệm', 'CC0-1.0', '2026-01-15', $4, not $5::boolean,
         case when $5 then 'proposed' else 'in_force' end, $6, case when not $5 then $6 end, case when not $5 then clock_timestamp() end`,
      [editionId, code, batchId, features.length, waits, proposedBy],
    );
    for (const [i, feature] of features.entries()) {
      const { category = null, name = null, publicCategory = category, publicName = name } = feature;
      await client.query(
        `insert into thematic.feature (edition_id, feature_no, category, name, value, unit, public_category, public_name, geom, geom_3857)
         select $1, $2, $3, $4, $5, $6, $7, $8, g, st_transform(g, 3857) from (select st_geomfromtext($9, 9214) as g) made`,
        [
          editionId,
          i + 1,
          category,
          name,
          feature.value ?? null,
          feature.unit ?? null,
          publicCategory,
          publicName,
          feature.wkt,
        ],
      );
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
  return { editionId, batchId };
}

/** A rectangle as text, metres. */
export const box = (west: number, south: number, east: number, north: number): string =>
  `POLYGON((${west} ${south}, ${east} ${south}, ${east} ${north}, ${west} ${north}, ${west} ${south}))`;
