/** The programs people use today for the same file, each into an empty schema `peer` of a database. */
import pg from 'pg';
import { isInstalled, timeShell } from './run-program.ts';

export interface Peer {
  readonly name: string;
  /** Programs it needs. */
  readonly programs: readonly string[];
  /** Loads the .shp named by $SHP; connection by libpq's variables. */
  readonly line: string;
}

/**
 * Both are told LATIN1, because they know no TCVN3: every byte becomes some character, none is decoded. Both end with a
 * spatial index, as a registry's table has one.
 */
export const OGR2OGR: Peer = {
  name: 'ogr2ogr -f PostgreSQL, COPY',
  programs: ['ogr2ogr'],
  line: `ogr2ogr -f PostgreSQL "PG:" "$SHP" --config PG_USE_COPY YES --config SHAPE_ENCODING ISO-8859-1 \
-a_srs EPSG:9214 -nln parcels -nlt PROMOTE_TO_MULTI -lco SCHEMA=peer -lco GEOMETRY_NAME=geom`,
};

export const SHP2PGSQL: Peer = {
  name: 'shp2pgsql -D | psql, index',
  programs: ['shp2pgsql', 'psql'],
  line: `shp2pgsql -D -s 9214 -W LATIN1 "$SHP" peer.parcels 2>/dev/null | psql --quiet --no-psqlrc -v ON_ERROR_STOP=1 && \
psql --quiet --no-psqlrc -v ON_ERROR_STOP=1 -c 'create index on peer.parcels using gist (geom)'`,
};

export const canRun = ({ programs }: Peer): boolean => programs.every(isInstalled);

/** Milliseconds for loading `shp`. Throws when another number of rows than `records` arrived. */
export async function timePeer(peer: Peer, shp: string, superuserUrl: string, records: number): Promise<number> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query('drop schema if exists peer cascade; create schema peer');
    const { hostname, port, username, password, pathname } = new URL(superuserUrl);
    const ms = await timeShell(peer.line, {
      SHP: shp,
      PGHOST: hostname,
      PGPORT: port,
      PGUSER: decodeURIComponent(username),
      PGPASSWORD: decodeURIComponent(password),
      PGDATABASE: decodeURIComponent(pathname.slice(1)),
    });
    const { rows } = await client.query<{ n: number }>('select count(*)::int as n from peer.parcels');
    if (rows[0]?.n !== records) throw new Error(`${peer.name} loaded ${rows[0]?.n} of ${records} records`);
    return ms;
  } finally {
    await client.end();
  }
}
