import { readFileSync } from 'node:fs';

/** Of proc(5): clock ticks a second as Linux tells them to programs, on every machine it runs on. */
const TICKS = 100;

/** Seconds of processor time that this process and the children it has waited for have used so far. */
export function coreSeconds(): number {
  const stat = readFileSync('/proc/self/stat', 'utf8');
  // The name of the program stands in brackets and may hold anything.
  const cells = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [utime, stime, cutime, cstime] = cells.slice(11, 15).map(Number) as [number, number, number, number];
  return (utime + stime + cutime + cstime) / TICKS;
}
