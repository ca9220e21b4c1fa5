/** Map sheets on paper: a page of the archive laid on the land, and what is traced over it. */
import Type, { type Static } from 'typebox';
import { DOCUMENT_READERS, PAGE_TURNS, type PageTurn } from '../../document/document.ts';
import { ControlPoint, MAP_SHEET_ROLES, MOST_PARCELS, MOST_POINTS, TracedParcel } from '../../map-sheet/map-sheet.ts';
import { TRANSFORMATIONS, type TransformationKind } from '../../map-sheet/transformation.ts';
import { choice } from '../batch/batch-shapes.ts';
import { type Contract, defineContract } from '../contract.ts';
import { Instant, nullable } from '../fields.ts';

const Params = Type.Object(
  { id: Type.String({ format: 'uuid' }), n: Type.Integer({ minimum: 1, maximum: 10_000 }) },
  { additionalProperties: false },
);
const Srid = Type.Integer({ minimum: 1, maximum: 999_999, description: 'System of the sheet, EPSG' });
const Scale = Type.Integer({ minimum: 1, maximum: 1_000_000, description: 'Denominator of its scale' });
const SheetNo = Type.String({ pattern: '^[0-9]{1,6}[A-Za-z]?$', description: 'Number of the sheet' });
const Method = choice<TransformationKind>(TRANSFORMATIONS);
const Points = Type.Array(ControlPoint, { maxItems: MOST_POINTS });

export const MapSheetPlacing = Type.Object(
  { srid: Srid, scale: Scale, sheetNo: SheetNo, method: Method, points: Points },
  { additionalProperties: false },
);
export type MapSheetPlacing = Static<typeof MapSheetPlacing>;

export const MapSheetDetail = Type.Object({
  documentId: Type.String({ format: 'uuid' }),
  page: Type.Integer(),
  sourceName: Type.String({ description: 'Name of the file, a label' }),
  commune: Type.Object({ code: Type.String(), name: Type.String() }),
  width: Type.Integer({ description: 'Points across the full picture' }),
  height: Type.Integer(),
  turn: Type.Unsafe<PageTurn>({ type: 'integer', enum: [...PAGE_TURNS] }),
  dpi: nullable(Type.Integer({ description: 'Of the full picture, where the file says it' })),
  version: nullable(Type.Integer({ description: 'For If-Match; null until it is kept for the first time' })),
  placing: nullable(MapSheetPlacing),
  rmsM: nullable(
    Type.Number({
      description:
        'Root mean square error of a point, m, corrected for what the method takes up of the points; of a thin plate, of each point against the plate without it',
    }),
  ),
  verdict: choice(['open', 'few', 'within', 'beyond'] as const),
  tolerances: Type.Array(Type.Object({ scale: Type.Integer(), toleranceM: Type.Number() }), {
    description: 'Allowed error of a corner, by scale, today',
  }),
  parcels: Type.Array(TracedParcel),
  batches: Type.Array(Type.Object({ batchId: Type.String(), parcels: Type.Integer(), at: Instant }), {
    description: 'Batches that came of it, the latest first',
  }),
  mayEdit: Type.Boolean(),
});
export type MapSheetDetail = Static<typeof MapSheetDetail>;

const common = { tag: 'documents', maxAge: null, params: Params } as const;
const write = { ...common, right: { roles: MAP_SHEET_ROLES, scope: 'commune' }, ifMatch: true } as const;
const ENDS = ['document.not_found', 'document.page_not_found', 'service.busy'] as const;
const PATH = '/api/documents/:id/pages/:n/map-sheet';

export const getMapSheet = defineContract({
  ...common,
  right: { roles: DOCUMENT_READERS, scope: 'commune' },
  id: 'getMapSheet',
  path: PATH,
  summary:
    'A page as a map sheet: its control points, how exactly they lay it on the land, and what was traced over it',
  reply: MapSheetDetail,
  problems: ENDS,
});

export const putMapSheet = defineContract({
  ...write,
  id: 'putMapSheet',
  method: 'PUT',
  path: PATH,
  summary:
    'Keeps the control points of a sheet; If-Match names the version they were set on, none where there is none yet. Boundaries traced before stay on the picture where they are',
  body: MapSheetPlacing,
  reply: MapSheetDetail,
  problems: [...ENDS, 'version.stale', 'map_sheet.points_unfit'],
});

export const putMapSheetParcels = defineContract({
  ...write,
  id: 'putMapSheetParcels',
  method: 'PUT',
  path: `${PATH}/parcels`,
  summary: 'Keeps the boundaries traced over a sheet so far',
  longestBody: 4 << 20,
  body: Type.Object({ parcels: Type.Array(TracedParcel, { maxItems: MOST_PARCELS }) }, { additionalProperties: false }),
  reply: MapSheetDetail,
  problems: [...ENDS, 'version.stale', 'map_sheet.not_placed'],
});

export const digitiseMapSheet = defineContract({
  ...write,
  id: 'digitiseMapSheet',
  method: 'POST',
  path: `${PATH}/batch`,
  summary:
    'Hands the traced boundaries over as a batch for review, with what they were traced from as its survey document. The same boundaries again are the same batch',
  body: Type.Object({}, { additionalProperties: false }),
  status: 202,
  reply: Type.Object({ batchId: Type.String({ format: 'uuid' }) }),
  problems: [...ENDS, 'version.stale', 'map_sheet.not_placed', 'map_sheet.beyond_tolerance', 'map_sheet.parcels_unfit'],
});

export const MapSheetLand = Type.Object({
  items: Type.Array(
    Type.Object({
      no: Type.String(),
      sheet: Type.String(),
      rings: Type.Unsafe<[east: number, north: number][][]>({
        type: 'array',
        items: {},
        description: 'Metres in the system of the sheet, closed, the outer one first, to 0.1 mm',
      }),
    }),
  ),
  more: Type.Boolean({ description: 'Whether there is more registered land than was told' }),
});
export type MapSheetLand = Static<typeof MapSheetLand>;

export const getMapSheetLand = defineContract({
  ...common,
  right: { roles: MAP_SHEET_ROLES, scope: 'commune' },
  id: 'getMapSheetLand',
  path: `${PATH}/land`,
  summary:
    'Registered parcels under a sheet as it is placed, nearest to its middle first, at most 3,000: what is traced is caught by their corners and edges',
  reply: MapSheetLand,
  problems: [...ENDS, 'map_sheet.not_placed'],
});

export const MAP_SHEET_DOORS: readonly Contract[] = [
  getMapSheet,
  getMapSheetLand,
  putMapSheet,
  putMapSheetParcels,
  digitiseMapSheet,
];
