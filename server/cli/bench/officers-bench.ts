/**
 * `npm run bench -- officers`: fifty officers for a minute on the same land, mixed dealings, the server and PostgreSQL killed inside. A drill more than a
 * measure: what counts is that nothing is lost, half or wrong.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { BENCH_STORAGE, openBenchCluster } from './kit/bench-database.ts';
import { createBenchStaff } from './kit/bench-officer.ts';
import type { Bench } from './kit/bench-result.ts';
import { killPostgres } from './kit/kill-postgres.ts';
import { BENCH_COMMUNE } from './large-file.ts';
import { drill } from './officers/drill.ts';

const OFFICERS = 50;
const SECONDS = 60;
/** Of a commune where nobody works: the cluster's template wants one. */
const RING = [
  [106, 21.2],
  [106.1, 21.2],
  [106.1, 21.3],
  [106, 21.2],
] as const;

export const officersBench: Bench = {
  name: 'officers',
  about: 'fifty officers for a minute, with kill -9 of server and PostgreSQL inside',
  async run({ tell }) {
    const bench = await openBenchCluster({ code: BENCH_COMMUNE, ring: RING });
    const folder = await mkdtemp(join(BENCH_STORAGE, 'officers-'));
    try {
      return await bench.withDatabase('bench_officers', async (urls) => {
        tell(`${OFFICERS} officers for ${SECONDS} s …`);
        const report = await drill({
          urls,
          staff: await createBenchStaff(folder),
          officers: OFFICERS,
          communes: 5,
          plots: 60,
          kills: [
            { what: 'server', when: { seconds: 15 } },
            { what: 'database', when: { seconds: 30 } },
            { what: 'server', when: { seconds: 45 } },
          ],
          end: { seconds: SECONDS },
          killDatabase: () => killPostgres(bench.cluster.dataDir),
          seed: 2026,
        });
        const none = (about: string, measured: number) => ({ about, measured, limit: 0, unit: 'times' as const });
        return {
          measures: [],
          bars: [
            none('acknowledged and lost, half, or an invariant broken', report.breaches.length),
            none('answers that no officer should read', report.heard.faults.length),
            none('deadlocks', report.deadlocks),
          ],
          notes: [
            `${report.registered} dealings registered of ${report.acknowledged} acknowledged (${tellCounts(report.byKind)}); ${report.kills} kills`,
            `refused as they must be: ${tellCounts(report.refused)}`,
            `asked again ${report.heard.again} times while nobody answered; told ${report.heard.busy} times that a colleague holds it`,
            ...report.breaches.slice(0, 20),
            ...report.heard.faults.slice(0, 20),
          ],
        };
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
      await bench.close();
    }
  },
};

const tellCounts = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([what, howMany]) => `${what} ${howMany}`)
    .join(', ');
