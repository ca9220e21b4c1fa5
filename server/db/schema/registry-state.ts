/** Facts about this registry itself, by name (reference.registry_state). */
import type pg from 'pg';

type Client = pg.ClientBase | pg.Pool;

export async function findRegistryState(client: Client, name: string): Promise<string | undefined> {
  const { rows } = await client.query<{ value: string }>('select value from reference.registry_state where name = $1', [
    name,
  ]);
  return rows[0]?.value;
}

export async function setRegistryState(client: Client, name: string, value: string): Promise<void> {
  await client.query(
    `insert into reference.registry_state (name, value) values ($1, $2)
     on conflict (name) do update set value = excluded.value, recorded_at = now()`,
    [name, value],
  );
}

/** Records the value unless there is one; returns the one that stands. Of two at once one wins. */
export async function claimRegistryState(client: Client, name: string, value: string): Promise<string> {
  await client.query('insert into reference.registry_state (name, value) values ($1, $2) on conflict do nothing', [
    name,
    value,
  ]);
  return (await findRegistryState(client, name))!;
}
