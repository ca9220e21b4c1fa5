/**
 * `npm run bench -- workers`: the same number of scanned certificates read by one worker process and by two, each on a core of
 * its own (one that has two cores uses both), in turn within each round.
 */
import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { openScanStage, type ScanStage } from '../../testing/scan-stage.ts';
import { startWorkerProcess } from '../../testing/worker-process.ts';
import type { Bench, BenchResult } from './kit/bench-result.ts';
import { median } from './kit/percentile.ts';

const CERTIFICATES = 10;
/** Two are to read at least 1.7 times as much in the same time. */
const BAR = 1 / 1.7;

/** Milliseconds until scans that wait are read by so many workers, which are there before. */
async function readBy(s: ScanStage, workers: number): Promise<number> {
  const scans: string[] = [];
  for (let at = 0; at < CERTIFICATES; at++) scans.push(await s.bring(await s.scan(s.facts(), { dpi: 300 })));
  const children: ChildProcess[] = [];
  try {
    const began = performance.now();
    const started = await Promise.all(
      Array.from({ length: workers }, (_, core) =>
        startWorkerProcess(s.t.database, s.t.storageDir, (child) => children.push(child), core),
      ),
    );
    for (;;) {
      const [row] = await s.t.query<{ left: number }>(
        `select count(*)::int as left from document.scan c where c.scan_id = any ($1::uuid[])
           and not exists (select from document.document d where d.scan_id = c.scan_id and d.status <> 'reading')`,
        [scans],
      );
      if (row?.left === 0) break;
      await pause(50);
    }
    const took = performance.now() - began;
    for (const { child } of started) child.kill('SIGTERM');
    await Promise.all(started.map(({ ended }) => ended));
    return took;
  } finally {
    for (const child of children) child.kill('SIGKILL');
  }
}

export const workersBench: Bench = {
  name: 'workers',
  about: 'scanned certificates read by one worker and by two',
  async run({ rounds, tell }): Promise<BenchResult> {
    const s = await openScanStage();
    const times: Record<1 | 2, number[]> = { 1: [], 2: [] };
    try {
      for (let round = 0; round < rounds; round++)
        for (const workers of [1, 2] as const) {
          tell(`round ${round + 1} of ${rounds}, ${workers} of them …`);
          times[workers].push(await readBy(s, workers));
        }
    } finally {
      await s.close();
    }
    return {
      measures: ([1, 2] as const).map((workers) => ({
        label: `${CERTIFICATES} certificates of two pages, workers: ${workers}`,
        unit: 'ms',
        values: times[workers],
        percentile: 50,
      })),
      bars: [
        {
          about: 'time of two workers, of that of one (1.7 times its rate)',
          measured: median(times[2]) / median(times[1]),
          limit: BAR,
          unit: '×',
        },
      ],
      notes: [
        'From the start of the processes on, each on a core of its own; the database has no other cores than these two.',
      ],
    };
  },
};
