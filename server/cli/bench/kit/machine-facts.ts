import { availableParallelism, totalmem } from 'node:os';
import type pg from 'pg';

/** What a reader must know of the machine to compare numbers; nothing that tells which machine it is. */
export interface MachineFacts {
  readonly cores: number;
  readonly memoryGiB: number;
  readonly node: string;
  readonly postgres: string;
  readonly postgis: string;
}

export async function findMachineFacts(client: pg.Client): Promise<MachineFacts> {
  const { rows } = await client.query<{ postgres: string; postgis: string }>(
    `select current_setting('server_version') as postgres, default_version as postgis
     from pg_available_extensions where name = 'postgis'`,
  );
  return {
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    postgres: rows[0]!.postgres,
    postgis: rows[0]!.postgis,
  };
}
