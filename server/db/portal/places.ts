/** Hamlets, streets and fields that addresses name, as role diaba_portal. */
import type pg from 'pg';
import type { FoundPlace } from '../../domain/contract/portal/portal-search.ts';
import { queryRows } from '../kit/query-rows.ts';

interface Row {
  commune_code: string;
  commune_name: string;
  name: string;
  parcels: number;
  lon: number;
  lat: number;
  min_lon: number;
  min_lat: number;
  max_lon: number;
  max_lat: number;
}

/**
 * Places whose name holds a key (searchKey), or has a part that is nearly like it; best first, in some communes or
 * everywhere. Through a function: `like` is not handed through a security_barrier view to the index.
 */
export async function findPlaces(
  pool: pg.Pool,
  key: string,
  communes: readonly string[] | null,
  how: 'holds' | 'nearly',
  limit: number,
): Promise<FoundPlace[]> {
  const rows = await queryRows<Row>(
    pool,
    `select commune_code::text, commune_name, name, parcels, lon, lat, min_lon, min_lat, max_lon, max_lat
     from portal.places_named($1, $2::char(5)[], $3, $4)`,
    [key, communes, how === 'nearly', limit],
  );
  return rows.map((row) => ({
    name: row.name,
    commune: { code: row.commune_code, name: row.commune_name },
    parcels: row.parcels,
    bbox: [row.min_lon, row.min_lat, row.max_lon, row.max_lat],
    lon: row.lon,
    lat: row.lat,
  }));
}
