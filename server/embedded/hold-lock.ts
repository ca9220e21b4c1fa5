/**
 * A lock the kernel gives back when its holder dies, however it dies. Node has no flock(2), but the lock belongs to the
 * open file description, which the `flock` program (util-linux, essential on Debian) shares with us as its fd 3.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';

/** Takes the lock without waiting; undefined when another process holds it. The returned function gives it back. */
export function holdLock(file: string): (() => void) | undefined {
  const fd = openSync(file, 'a', 0o600);
  const answer = spawnSync('flock', ['--exclusive', '--nonblock', '3'], { stdio: ['ignore', 'ignore', 'pipe', fd] });
  if (answer.status === 0) return () => closeSync(fd);
  closeSync(fd);
  if (answer.error) throw answer.error;
  if (answer.status === 1) return undefined;
  throw new Error(`flock ${file}: ${answer.stderr.toString().trim()}`);
}
