/** The machine's own PostgreSQL packages, in the layout of Debian and Ubuntu. `server/setup.mjs` installs them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedError } from './embedded-error.ts';

export interface PostgresInstallation {
  readonly major: number;
  readonly binDir: string;
}

/** PostgreSQL 15 is the first with `security_invoker` views, on which the portal's separation rests. */
const OLDEST_MAJOR = 15;

function listInstallations(): PostgresInstallation[] {
  if (!existsSync('/usr/lib/postgresql')) return [];
  return readdirSync('/usr/lib/postgresql')
    .map(Number)
    .filter((major) => Number.isInteger(major))
    .map((major) => ({ major, binDir: `/usr/lib/postgresql/${major}/bin` }))
    .filter(({ major, binDir }) => {
      return (
        existsSync(join(binDir, 'postgres')) && existsSync(`/usr/share/postgresql/${major}/extension/postgis.control`)
      );
    })
    .sort((a, b) => b.major - a.major);
}

/** The installation that fits the data folder, or the newest where there is none yet. */
export function getPostgres(dataDir: string): PostgresInstallation {
  const installed = listInstallations();
  const versionFile = join(dataDir, 'PG_VERSION');
  if (!existsSync(versionFile)) {
    const newest = installed.find(({ major }) => major >= OLDEST_MAJOR);
    if (newest) return newest;
    throw new EmbeddedError(
      'embedded.postgres_missing',
      `No PostgreSQL ${OLDEST_MAJOR} or newer with PostGIS on this machine. Install it (Debian, Ubuntu: apt-get install postgresql postgis postgresql-15-postgis-3) or set DATABASE_URL.`,
    );
  }
  const major = Number(readFileSync(versionFile, 'utf8').trim());
  const fitting = installed.find((one) => one.major === major);
  if (fitting) return fitting;
  const others = installed.map((one) => one.major).join(', ') || 'none';
  throw new EmbeddedError(
    'embedded.other_major',
    `The data in ${dataDir} was made by PostgreSQL ${major}; this machine has: ${others}. Install that version beside it (apt-get install postgresql-${major} postgresql-${major}-postgis-3) and start again. ` +
      `To leave it, while npm start is running: /usr/lib/postgresql/${major}/bin/pg_dump -Fc -f diaba.dump "$(npm run -s admin -- database-url)"; ` +
      `stop, move the folder away (mv ${dataDir} ${dataDir}.${major}) and restore as docs/operations.md says; or use pg_upgrade.`,
  );
}
