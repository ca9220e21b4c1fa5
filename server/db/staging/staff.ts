/** Who is at work on batches and dealings, by the names that colleagues know. */
import { prepared } from '../kit/prepared.ts';
import type { Trx } from '../kit/transaction.ts';

/** Keeps the name under which colleagues know the actor. */
export async function rememberStaff(trx: Trx, actor: { readonly id: string; readonly name: string }): Promise<void> {
  if (actor.name === '') return;
  await trx.query(
    prepared(
      `insert into staging.staff (actor, name) values ($1, $2)
     on conflict (actor) do update set name = excluded.name, seen_at = now() where staging.staff.name <> excluded.name`,
      [actor.id, actor.name.slice(0, 200)],
    ),
  );
}

/** A member of staff as JSON; the name is known only of those who acted. */
export const staff = (actor: string) =>
  `json_build_object('id', ${actor}, 'name', (select w.name from staging.staff w where w.actor = ${actor}))`;
