/** The drill of `npm run bench -- officers`, shortly: ten officers, one kill -9 of the server, one of PostgreSQL. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { superuserUrl } from '../../embedded/database-urls.ts';
import { killServer, openOwnCluster } from '../../testing/own-cluster.ts';
import { createBenchStaff } from './kit/bench-officer.ts';
import { drill } from './officers/drill.ts';
import { findBreaches } from './officers/find-breaches.ts';

test('officers at work while server and PostgreSQL are killed: what they were told is there, nothing is half, no deadlock', async () => {
  const database = await openOwnCluster();
  const folder = mkdtempSync(join(tmpdir(), 'diaba-officers-'));
  try {
    const urls = { ...database.urls, superuser: superuserUrl(database.cluster, database.name) };
    const report = await drill({
      urls,
      staff: await createBenchStaff(folder),
      officers: 10,
      communes: 2,
      plots: 20,
      kills: [
        { what: 'server', when: { registered: 8 } },
        { what: 'database', when: { registered: 16 } },
      ],
      end: { registered: 24 },
      killDatabase: () => killServer(database.cluster.dataDir),
      seed: 4,
    });
    assert.deepEqual(report.breaches, []);
    const lie = { dealingId: randomUUID(), kind: 'split', status: 'registered' };
    assert.equal(
      (await findBreaches(urls.superuser, [lie], 1)).length,
      2,
      'what is not there, and ground that is, are told',
    );
    assert.deepEqual(report.heard.faults, []);
    assert.equal(report.deadlocks, 0);
    assert.ok(
      report.registered >= 24 && report.heard.again > 0,
      'dealings went on after the kills, and these were felt',
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await database.drop();
  }
});
