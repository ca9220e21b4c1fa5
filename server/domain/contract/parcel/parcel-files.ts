/** The parcels of a commune in files that other systems read. For staff: open data is portal/open-data.ts. */
import Type from 'typebox';
import { EXCHANGE_ENCODINGS, type ExchangeEncoding, MOST_EXCHANGE_PARCELS } from '../../exchange/exchange-file.ts';
import { LOOK_PURPOSES, type LookPurpose } from '../../look-purpose.ts';
import { STAFF_ROLES } from '../../role.ts';
import { WORKBOOK_MEDIA } from '../../spreadsheet/write-workbook.ts';
import { choice } from '../batch/batch-shapes.ts';
import { type Contract, defineContract } from '../contract.ts';
import { At, CommuneCode } from '../fields.ts';

const asked = {
  at: At,
  sheets: Type.Optional(
    Type.String({
      pattern: '^[0-9]{1,9}[A-Za-zđĐ]?(,[0-9]{1,9}[A-Za-zđĐ]?){0,199}$',
      description: 'Numbers of sheets, with commas; default all',
    }),
  ),
  purpose: Type.Optional(
    Type.Unsafe<LookPurpose>({
      ...choice<LookPurpose>(LOOK_PURPOSES),
      description:
        'With it names of holders and serials are in the file too; that is noted in the read log of each holder',
    }),
  ),
} as const;

const file = {
  tag: 'parcels',
  right: { roles: STAFF_ROLES, scope: 'commune' },
  params: Type.Object({ code: CommuneCode }, { additionalProperties: false }),
  query: Type.Object(asked, { additionalProperties: false }),
  reply: Type.String({ format: 'binary' }),
  problems: [
    'commune.not_found',
    'parcel_file.empty',
    'parcel_file.too_many',
    'parcel_file.several_systems',
    'service.busy',
  ],
  maxAge: null,
} as const;
const WHAT = `of a commune, present or former, as of a day; at most ${MOST_EXCHANGE_PARCELS.toLocaleString('en')}`;

export const getParcelShapefile = defineContract({
  ...file,
  id: 'getParcelShapefile',
  path: '/api/communes/:code/parcels.zip',
  summary: `Parcels ${WHAT}, as a zipped shapefile in the system of their sheets: text in Unicode, or in TCVN3 for programs that know it by its fonts`,
  query: Type.Object(
    { ...asked, encoding: Type.Optional(choice<ExchangeEncoding>(EXCHANGE_ENCODINGS)) },
    { additionalProperties: false },
  ),
  media: 'application/zip',
  problems: [...file.problems, 'parcel_file.not_in_tcvn3'],
});

export const getParcelDrawing = defineContract({
  ...file,
  id: 'getParcelDrawing',
  path: '/api/communes/:code/parcels.dxf',
  summary: `Parcels ${WHAT}, as DXF (AutoCAD R12) with the levels of the cadastral map as layers: boundaries closed, labels inside`,
  media: 'image/vnd.dxf',
});

export const getParcelDossiers = defineContract({
  ...file,
  id: 'getParcelDossiers',
  path: '/api/communes/:code/parcels.xml',
  summary: `Parcels ${WHAT}, as dossiers of the exchange XML. Names of tables and fields as known; what is a sample says so`,
  media: 'application/xml',
});

const cleanUp = {
  ...file,
  // It holds identity numbers: the plan is to compare them.
  right: { roles: ['officer', 'archivist'], scope: 'commune' },
  query: Type.Object(
    { sheets: asked.sheets, purpose: choice<LookPurpose>(LOOK_PURPOSES) },
    { additionalProperties: false },
  ),
  problems: ['commune.not_found', 'parcel_file.no_certificates', 'service.busy'],
} as const;

export const getCleanUpSheet = defineContract({
  ...cleanUp,
  id: 'getCleanUpSheet',
  path: '/api/communes/:code/pl3-01.xlsx',
  summary:
    'Sheet PL3-01 of Kế hoạch 515/KH-BCA-BNNMT from the register: a row for each certificate, parcel and person; two columns behind the plan’s say what is wrong with a row and what it lacks',
  media: WORKBOOK_MEDIA,
});

export const getCleanUpFiles = defineContract({
  ...cleanUp,
  id: 'getCleanUpFiles',
  path: '/api/communes/:code/pl3-01.zip',
  summary:
    'The same sheet with the scans it names: {serial}-GCN.pdf, {serial}-GT.pdf (other papers of its dossier), and index.csv: each certificate with its files, and why one is not there (not_scanned, none, several_certificates, unreadable)',
  media: 'application/zip',
});

export const PARCEL_FILE_DOORS: readonly Contract[] = [
  getParcelShapefile,
  getParcelDrawing,
  getParcelDossiers,
  getCleanUpSheet,
  getCleanUpFiles,
];
