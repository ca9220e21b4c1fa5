import { mkdir } from 'node:fs/promises';
import { maskIdentityNumbers } from '../../server/domain/identity-number/mask-identity-numbers.ts';
import { openSource } from '../unpack/open-source.ts';
import type { OpenedSource } from '../unpack/opened-source.ts';
import type { ParseJob } from './parse-protocol.ts';
import type { Gathered } from './reading.ts';

/** The member of a set after which the set is called. */
const HOLDS_RECORDS = /\.(?:shp|geojson|json)$/i;

/** Unpacks what was given and notes it: the set that is read, as one, and every member that takes no part. */
export async function unpackGiven(job: ParseJob, gathered: Gathered): Promise<OpenedSource> {
  await mkdir(job.scratchDir, { recursive: true });
  const source = await openSource(job.path, job.scratchDir);
  const noted = source.members.filter((member) => member.status !== 'read' || HOLDS_RECORDS.test(member.name));
  gathered.files = noted.map((member) => ({
    name: maskIdentityNumbers(member.name),
    kind: member.status === 'read' ? source.kind : 'other',
    status: member.status,
    reason: member.reason,
    records: 0,
  }));
  for (const member of source.members) {
    if (member.status === 'ignored' && member.reason !== 'companion' && member.reason !== 'junk') {
      gathered.findings.push({ code: 'file.member_ignored', recordNo: null, detail: { reason: member.reason } });
    }
  }
  return source;
}

/** Notes the number of records, with the member that holds them. */
export function noteRecords(gathered: Gathered, records: number): void {
  gathered.records = records;
  gathered.files = gathered.files.map((file) => (file.status === 'read' ? { ...file, records } : file));
}
