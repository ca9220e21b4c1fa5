/**
 * What a page comes to say: each assertion is tried until it holds, and throws its own failure when it has not after 20 s.
 * A page answers when it is through with its work, not when a test asks; what is read once is right on a quiet machine only.
 */
import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';

const PATIENCE_MS = 20_000;

async function soonTrue<T>(read: () => Promise<T>, judge: (value: T) => void): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; ; await setTimeout(25)) {
    const value = await read();
    try {
      return judge(value);
    } catch (failure) {
      if (Date.now() > end) throw failure;
    }
  }
}

type Message = string | undefined;

export const soon = {
  ok: (read: () => Promise<unknown>, message?: Message) => soonTrue(read, (value) => assert.ok(value, message)),
  equal: <T>(read: () => Promise<T>, expected: T, message?: Message) =>
    soonTrue(read, (value) => assert.equal(value, expected, message)),
  deepEqual: <T>(read: () => Promise<T>, expected: T, message?: Message) =>
    soonTrue(read, (value) => assert.deepEqual(value, expected, message)),
  match: (read: () => Promise<string | null>, expected: RegExp, message?: Message) =>
    soonTrue(read, (value) => assert.match(value ?? '', expected, message)),
  doesNotMatch: (read: () => Promise<string | null>, refused: RegExp, message?: Message) =>
    soonTrue(read, (value) => assert.doesNotMatch(value ?? '', refused, message)),
};
