/** pg_dump and pg_restore of the machine, as new as the server or newer. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { BackupError } from './backup-error.ts';

const PACKAGES = '/usr/lib/postgresql';

function findTool(name: string, major: number): string {
  const majors = existsSync(PACKAGES)
    ? readdirSync(PACKAGES)
        .map(Number)
        .filter((one) => one >= major)
    : [];
  const paths = majors.sort((a, b) => a - b).map((one) => `${PACKAGES}/${one}/bin/${name}`);
  return paths.find((path) => existsSync(path)) ?? name;
}

/** The address without its password, which every user of the machine could read on a command line; and the password apart. */
function withoutPassword(url: string): { address: string; password: string } {
  const address = new URL(url);
  const password = decodeURIComponent(address.password);
  address.password = '';
  return { address: address.href, password };
}

/** Runs a tool on a database. Throws BackupError with what it complained of. */
export async function runTool(name: string, major: number, url: string, args: readonly string[]): Promise<void> {
  const { address, password } = withoutPassword(url);
  const child = spawn(findTool(name, major), [`--dbname=${address}`, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, PGPASSWORD: password, LC_ALL: 'C' },
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-2_000);
  });
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', (error) => {
      reject(
        new BackupError(
          'backup.tool_missing',
          `${name} of PostgreSQL ${major} or newer is not on this machine. Install it (Debian, Ubuntu: apt-get install postgresql-client-${major}).`,
          { cause: error },
        ),
      );
    });
    child.once('close', resolve);
  });
  if (status !== 0)
    throw new BackupError('backup.tool_failed', `${name} failed: ${complaint.trim().split('\n').at(-1)}`);
}
