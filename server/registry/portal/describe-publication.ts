import type pg from 'pg';
import { findRegistrationSpan } from '../../db/portal/front.ts';
import { readPublication } from '../../db/reference/publication.ts';
import type { Publication } from '../../domain/publication/publication-policy.ts';

/** What is published today, and how fresh the data is (ISO moment; null while nothing is registered). */
export async function describePublication(
  pool: pg.Pool,
): Promise<{ publication: Publication; dataAsOf: string | null }> {
  const [publication, span] = await Promise.all([readPublication(pool), findRegistrationSpan(pool)]);
  return { publication, dataAsOf: span.last?.toISOString() ?? null };
}
