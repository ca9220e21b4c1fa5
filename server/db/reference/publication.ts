import type pg from 'pg';
import {
  type Channel,
  type ChannelPolicy,
  type PolicyRow,
  type Publication,
  publicationOf,
} from '../../domain/publication/publication-policy.ts';
import { queryRows } from '../kit/query-rows.ts';

/** The policy in force today. Asked for each answer, so a change of the table counts from the next request on. */
export async function readPublication(pool: pg.Pool): Promise<Publication> {
  return publicationOf(
    await queryRows<PolicyRow & pg.QueryResultRow>(
      pool,
      'select channel, field, allowed from portal.publication_policy',
    ),
  );
}

/** The same, of one channel. */
export async function readChannelPolicy(pool: pg.Pool, channel: Channel): Promise<ChannelPolicy> {
  return (await readPublication(pool))[channel];
}
