/** What a loop of a test goes over. The check of loops (server/cli/check/test-loops.ts) asks for one of the two where nobody can see how many there are. */
import assert from 'node:assert/strict';

/** The items, of which there is at least one: a loop over nothing proves nothing. */
export function notEmpty<T>(items: Iterable<T> | null | undefined): readonly T[] {
  const all = [...(items ?? [])];
  assert.ok(all.length > 0, 'there is nothing to go over, so nothing would be proved');
  return all;
}

/** The items, of which there may rightly be none: another assertion sees to it that the loop is not all there is. */
export const mayBeEmpty = <T>(items: Iterable<T> | null | undefined): readonly T[] => [...(items ?? [])];
