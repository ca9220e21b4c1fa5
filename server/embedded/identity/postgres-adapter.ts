import type { Adapter, AdapterPayload } from 'oidc-provider';
import type pg from 'pg';

/** Keeps what the provider remembers (sessions, grants, codes, refresh tokens) in PostgreSQL, for every process. */
export function createPostgresAdapter(pool: pg.Pool): (kind: string) => Adapter {
  return (kind) => {
    async function findBy(column: 'id' | 'uid', value: string): Promise<AdapterPayload | undefined> {
      const { rows } = await pool.query<{ payload: AdapterPayload }>(
        `select payload from identity.entry where kind = $1 and ${column} = $2 and (expires_at is null or expires_at > now())`,
        [kind, value],
      );
      return rows[0]?.payload;
    }
    return {
      async upsert(id, payload, expiresIn) {
        await pool.query(
          `insert into identity.entry (kind, id, payload, grant_id, uid, expires_at)
           values ($1, $2, $3, $4, $5, now() + make_interval(secs => $6))
           on conflict (kind, id) do update set payload = excluded.payload, grant_id = excluded.grant_id, uid = excluded.uid,
             expires_at = excluded.expires_at`,
          [kind, id, JSON.stringify(payload), payload.grantId ?? null, payload.uid ?? null, expiresIn || null],
        );
      },
      find: (id) => findBy('id', id),
      findByUid: (uid) => findBy('uid', uid),
      // Codes for devices without a browser: not offered.
      findByUserCode: async () => undefined,
      async consume(id) {
        await pool.query(
          `update identity.entry set payload = payload || jsonb_build_object('consumed', extract(epoch from now())::int)
           where kind = $1 and id = $2`,
          [kind, id],
        );
      },
      async destroy(id) {
        await pool.query('delete from identity.entry where kind = $1 and id = $2', [kind, id]);
      },
      async revokeByGrantId(grantId) {
        await pool.query('delete from identity.entry where grant_id = $1 or expires_at < now()', [grantId]);
      },
    };
  };
}
