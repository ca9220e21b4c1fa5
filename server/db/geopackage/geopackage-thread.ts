/** A thread that writes one GeoPackage: pages come in, each is answered when it is written, so the sender can wait. */
import { parentPort, workerData } from 'node:worker_threads';
import type { GeoPackageLayer, GeoPackageRow } from './geopackage-layer.ts';
import { writeGeoPackage } from './write-geopackage.ts';

const port = parentPort;
if (!port) throw new Error('this file runs as a thread');
const writer = writeGeoPackage(workerData as GeoPackageLayer);

port.on('message', (rows: readonly GeoPackageRow[] | 'finish') => {
  if (rows === 'finish') writer.finish();
  else writer.add(rows);
  port.postMessage('done');
});
