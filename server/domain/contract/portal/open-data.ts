/** Files of all registered parcels of one commune, where the publication policy opens the channel "bulk". */
import Type from 'typebox';
import { defineContract } from '../contract.ts';
import { CommuneCode } from '../fields.ts';

const shared = {
  tag: 'parcels',
  params: Type.Object({ code: CommuneCode }, { additionalProperties: false }),
  reply: Type.String({ format: 'binary' }),
  otherReplies: { 304: { description: 'Not changed since the reply with this ETag' } },
  problems: ['commune.not_found', 'publication.closed', 'service.busy'],
  maxAge: 0,
} as const;

export const getCommuneCsv = defineContract({
  ...shared,
  id: 'getCommuneCsv',
  path: '/api/portal/communes/:code/parcels.csv',
  summary:
    'All parcels of a commune as CSV (RFC 4180, UTF-8 with BOM): published fields, boundary as WKT in the system of its sheet',
  media: 'text/csv',
});

export const getCommuneGeoPackage = defineContract({
  ...shared,
  id: 'getCommuneGeoPackage',
  path: '/api/portal/communes/:code/parcels.gpkg',
  summary: 'All parcels of a commune as GeoPackage 1.3, in the legal system of its sheets',
  media: 'application/geopackage+sqlite3',
});
