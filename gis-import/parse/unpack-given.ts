import { mkdir } from 'node:fs/promises';
import { maskIdentityNumbers } from '../../server/domain/identity-number/mask-identity-numbers.ts';
import { openSource } from '../unpack/open-source.ts';
import type { OpenedSource } from '../unpack/opened-source.ts';
import type { ParseJob } from './parse-protocol.ts';
import type { Reading } from './reading.ts';

/** The member of a set after which the set is called. */
const HOLDS_RECORDS = /\.(?:shp|geojson|json|gpkg|gml|xml|csv|xlsx|zip)$/i;

/** Unpacks what was given and notes it: the set that is read, as one, and every member that takes no part. */
export async function unpackGiven(job: ParseJob, reading: Reading): Promise<OpenedSource> {
  await mkdir(job.scratchDir, { recursive: true });
  const source = await openSource(job.path, job.scratchDir);
  const noted = source.members.filter((member) => member.status !== 'read' || HOLDS_RECORDS.test(member.name));
  reading.files = noted.map((member) => ({
    name: maskIdentityNumbers(member.name),
    kind: member.status === 'read' ? source.kind : 'other',
    status: member.status,
    reason: member.reason,
    records: 0,
  }));
  for (const member of source.members) {
    if (member.status === 'ignored' && member.reason !== 'companion' && member.reason !== 'junk') {
      reading.findings.push({ code: 'file.member_ignored', recordNo: null, detail: { reason: member.reason } });
    }
  }
  return source;
}

/** Notes the number of records, with the member that holds them. */
export function noteRecords(reading: Reading, records: number): void {
  reading.records = records;
  reading.files = reading.files.map((file) => (file.status === 'read' ? { ...file, records } : file));
}
