import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { Problem } from '../../domain/problem/problem.ts';
import { findFreePort } from '../../embedded/find-free-port.ts';
import { actAs } from './act-as.ts';

test('a database that is not there is a problem of ours that passes', async () => {
  const pool = new pg.Pool({ host: '127.0.0.1', port: await findFreePort(), user: 'nobody' });
  await assert.rejects(
    actAs(pool, { id: 'test', communes: [] }, async () => undefined),
    (error: unknown) => error instanceof Problem && error.code === 'service.unavailable' && error.retryAfter === 5,
  );
  await pool.end();
});
