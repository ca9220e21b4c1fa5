/**
 * A lock the kernel gives back when its holder dies, however it dies. Node has no flock(2), but the lock belongs to the
 * open file description, which the `flock` program (util-linux, essential on Debian) shares with us as its fd 3.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, fstatSync, openSync, statSync } from 'node:fs';

function open(file: string): number | undefined {
  try {
    return openSync(file, 'a', 0o600);
  } catch (error) {
    // The holder is ending and has just removed the folder; whoever wants the lock asks again.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Takes the lock without waiting; undefined when another process holds it. The returned function gives it back.
 * Only its holder may remove the file: a lock on a file that was removed meanwhile does not count.
 */
export function holdLock(file: string): (() => void) | undefined {
  const fd = open(file);
  if (fd === undefined) return undefined;
  const answer = spawnSync('flock', ['--exclusive', '--nonblock', '3'], { stdio: ['ignore', 'ignore', 'pipe', fd] });
  if (answer.status === 0 && statSync(file, { throwIfNoEntry: false })?.ino === fstatSync(fd).ino) {
    return () => closeSync(fd);
  }
  closeSync(fd);
  if (answer.error) throw answer.error;
  if (answer.status === 0 || answer.status === 1) return undefined;
  throw new Error(`flock ${file}: ${answer.stderr.toString().trim()}`);
}
