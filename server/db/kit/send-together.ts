import type { Writable } from 'node:stream';
import type pg from 'pg';

/** What pg keeps of a connection but does not type. */
interface Wired {
  readonly connection: { readonly stream: Writable };
  pipeline: boolean;
}

/** What comes of questions, in their order. */
export type Answers<T extends readonly Promise<unknown>[]> = { -readonly [At in keyof T]: Awaited<T[At]> };

/**
 * Statements that `ask` begins on one connection go out as one write, where its pool sends without waiting for answers (pools.ts); elsewhere one after the other,
 * with the same result. PostgreSQL takes them in their order, each for itself: in a transaction those after a failure fail too. Gives the answers once all have
 * come, so that nothing is under way when a connection is given back; the first failure counts.
 */
export async function sendTogether<T extends readonly Promise<unknown>[]>(
  client: pg.ClientBase,
  ask: () => readonly [...T],
): Promise<Answers<T>> {
  const { stream } = (client as unknown as Wired).connection;
  stream.cork();
  let asked: readonly [...T];
  try {
    asked = ask();
  } finally {
    stream.uncork();
  }
  const answers = await Promise.allSettled(asked);
  for (const answer of answers) if (answer.status === 'rejected') throw answer.reason;
  return answers.map((answer) => (answer as PromiseFulfilledResult<unknown>).value) as Answers<T>;
}

/** For what cannot be sent together with anything: a copy (COPY), for as long as it runs. Nothing else is asked of the connection meanwhile. */
export async function sendAlone<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  const wired = client as unknown as Wired;
  const { pipeline } = wired;
  wired.pipeline = false;
  try {
    return await work();
  } finally {
    wired.pipeline = pipeline;
  }
}
