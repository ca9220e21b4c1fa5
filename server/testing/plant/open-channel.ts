import type pg from 'pg';
import type { Channel } from '../../domain/publication/publication-policy.ts';

/** Opens a channel for every field that the look-up publishes: a real register begins with it closed. */
export async function openChannel(owner: pg.ClientBase, channel: Channel): Promise<void> {
  await owner.query(
    `insert into reference.publication_policy (channel, field, valid_from, allowed, source)
     select $1, field, valid_from, true, 'fixture' from reference.publication_policy where channel = 'lookup' on conflict do nothing`,
    [channel],
  );
}
