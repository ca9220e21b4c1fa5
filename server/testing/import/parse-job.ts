import type { ParseJob } from '../../../gis-import/parse/parse-protocol.ts';

/** What a parser is asked, for tests that run one without a database. Around 106.2° E 21.27° N unless overridden. */
export function parseJob(overrides: Pick<ParseJob, 'path' | 'scratchDir'> & Partial<ParseJob>): ParseJob {
  return {
    runId: '00000000-0000-0000-0000-000000000000',
    options: {
      kind: 'parcels',
      commune: '07210',
      at: null,
      srid: null,
      encoding: 'auto',
      profile: 'default',
      sheet: null,
      scale: 1000,
    },
    registrySrid: 9214,
    ground: { minLon: 106, minLat: 21, maxLon: 107, maxLat: 22 },
    communes: ['07210'],
    landUse: ['ONT'],
    legacyLandUse: [],
    purposeSumDifferenceM2: 0.5,
    provinces: [],
    year: 2026,
    units: [],
    personalDataKey: Buffer.alloc(32).toString('base64'),
    ...overrides,
  };
}
