/**
 * An importer that kills itself with SIGKILL when a stage begins: run by the crash tests as a process of its own.
 * Arguments: JSON of { urls, storageDir, path, name, killAt }.
 */

import { importFile } from '../../../gis-import/pipeline.ts';
import { closePools, openPools } from '../../db/kit/pools.ts';
import { IMPORTER, importRequest } from './open-import.ts';

const { urls, storageDir, path, name, killAt } = JSON.parse(process.argv[2]!);
const pools = openPools(urls, (error) => {
  throw error;
});
const context = {
  pool: pools.app,
  actor: IMPORTER,
  storageDir,
  personalDataKey: Buffer.alloc(32, 7),
  registrySrid: 9214,
};
await importFile(context, importRequest(path, name, { promote: true, excludeErrors: true }), (stage, done) => {
  if (`${stage}:${done > 0 ? 'half' : 'begin'}` === killAt) process.kill(process.pid, 'SIGKILL');
});
await closePools(pools);
