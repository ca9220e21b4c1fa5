/** PostgreSQL refuses to run as root, so root lends it the system user `postgres` that the Debian package makes. */
import { spawnSync } from 'node:child_process';
import { EmbeddedError } from './embedded-error.ts';

/** uid and gid for `spawn`; empty where the cluster runs as whoever called. */
export interface ProcessOwner {
  readonly uid?: number;
  readonly gid?: number;
}

function idOf(flag: '-u' | '-g'): number {
  const answer = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
  const id = Number(answer.stdout?.trim());
  if (answer.status !== 0 || !Number.isInteger(id) || id === 0) {
    throw new EmbeddedError(
      'embedded.os_user_missing',
      'PostgreSQL does not run as root and the system user "postgres" does not exist: install the package "postgresql", or work as an ordinary user.',
    );
  }
  return id;
}

/** Who shall own the database processes. */
export function getProcessOwner(): ProcessOwner {
  return process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {};
}

/** Whether that owner can enter the folder: asked of the kernel, so that access lists count too. */
export function canEnter(owner: ProcessOwner, folder: string): boolean {
  if (owner.uid === undefined) return true;
  return spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...owner, cwd: '/', stdio: 'ignore' }).status === 0;
}
