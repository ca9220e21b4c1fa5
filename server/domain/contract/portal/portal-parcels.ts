/**
 * The public look-up of parcels. Never a person: no field here can hold one. What the publication policy
 * (domain/publication/publication-policy.ts) does not publish is absent, which is not null: null means that none is registered.
 */
import Type, { type Static } from 'typebox';
import { Overlay } from '../../layer/overlay.ts';
import { defineContract } from '../contract.ts';
import { At, CommuneCode, Day, Instant, nullable, pageOf } from '../fields.ts';

const AreaM2 = Type.Number({ description: 'm²' });

export const NumberedIn = Type.Object(
  { code: Type.String(), name: Type.String(), validFrom: Day, validTo: nullable(Day) },
  { description: 'Unit, present or former, in which the sheet got its number: two sheets 12 differ by it' },
);

export const PortalParcel = Type.Object({
  id: Type.String({ format: 'uuid' }),
  code: Type.Optional(Type.String({ description: 'Parcel code (mã thửa đất), 12 characters' })),
  commune: Type.Optional(Type.Object({ code: Type.String(), name: Type.String() }, { description: 'Commune today' })),
  sheet: Type.Optional(Type.String({ description: 'Number of the map sheet' })),
  no: Type.Optional(Type.String({ description: 'Number of the parcel on its sheet' })),
  scale: Type.Optional(nullable(Type.Integer({ description: 'Denominator of the scale of the sheet' }))),
  numberedIn: Type.Optional(NumberedIn),
  landUse: Type.Optional(
    Type.Array(Type.Object({ code: Type.String(), nameVi: Type.String(), nameEn: Type.String() })),
  ),
  areaM2: Type.Optional(Type.Number({ description: 'Area computed in the legal coordinate system, m²' })),
  legalAreaM2: Type.Optional(nullable(Type.Number({ description: 'Registered area, m²; null if none is registered' }))),
  address: Type.Optional(nullable(Type.String({ description: 'Where the parcel is' }))),
  state: Type.Unsafe<'current' | 'historic'>({
    type: 'string',
    enum: ['current', 'historic'],
    description: 'On the day asked about: what is found as of a day was in the register then',
  }),
  registeredAt: Type.Optional(Instant),
  endedAt: Type.Optional(nullable(Instant)),
});
export type PortalParcel = Static<typeof PortalParcel>;
/** As registered, before the policy: every field is there. */
export type RegisteredParcel = Required<PortalParcel>;

export const RelatedParcel = Type.Object({
  id: Type.String({ format: 'uuid' }),
  code: Type.Optional(Type.String()),
  commune: Type.Optional(Type.Object({ code: Type.String(), name: Type.String() })),
  sheet: Type.Optional(Type.String()),
  no: Type.Optional(Type.String()),
  areaM2: Type.Optional(AreaM2),
});
export type RelatedParcel = Static<typeof RelatedParcel>;

const GeometryType = Type.Unsafe<'Polygon' | 'MultiPolygon'>({ type: 'string', enum: ['Polygon', 'MultiPolygon'] });
/** Nested arrays of positions; as deep as the type of geometry says. */
const Coordinates = Type.Unsafe<unknown[]>({ type: 'array', items: {} });

export const PortalParcelDetail = Type.Object({
  ...PortalParcel.properties,
  geometry: Type.Optional(
    Type.Object(
      { type: GeometryType, coordinates: Coordinates },
      { description: 'GeoJSON in CRS84: longitude, latitude in degrees' },
    ),
  ),
  geometryLegal: Type.Optional(
    Type.Object(
      { srid: Type.Integer(), type: GeometryType, coordinates: Coordinates },
      { description: 'As registered, in the coordinate system of its sheet: east, north in metres, to 0.1 mm' },
    ),
  ),
  successors: Type.Optional(Type.Array(RelatedParcel, { description: 'Parcels that came out of this one' })),
  source: Type.Optional(
    Type.Unsafe<{ unit: string | null; sheet: string | null; no: string; scale: number | null } | null>({
      type: ['object', 'null'],
      required: ['unit', 'sheet', 'no', 'scale'],
      properties: {
        unit: { type: ['string', 'null'], description: 'Unit as it was then' },
        sheet: { type: ['string', 'null'] },
        no: { type: 'string' },
        scale: { type: ['integer', 'null'] },
      },
      description: 'How the parcel was called in the records it was registered from; null if it came from none',
    }),
  ),
  predecessors: Type.Optional(Type.Array(RelatedParcel, { description: 'Parcels that this one came out of' })),
  overlays: Type.Optional(
    Type.Array(Overlay, { description: 'Public thematic layers with what each has on the parcel' }),
  ),
  dataAsOf: nullable(Type.String({ format: 'date-time', description: 'Last registration in this register' })),
});
export type PortalParcelDetail = Static<typeof PortalParcelDetail>;
/** As registered, before the policy: every field is there. */
export type RegisteredParcelDetail = Required<PortalParcelDetail>;

export const listPortalParcels = defineContract({
  id: 'listPortalParcels',
  path: '/api/portal/parcels',
  tag: 'parcels',
  summary:
    'Find parcels by commune, sheet and number, by code, in a box, or by what a person typed. Several may answer: a sheet number can occur once per former unit',
  query: Type.Object(
    {
      commune: Type.Optional(CommuneCode),
      sheet: Type.Optional(Type.String({ minLength: 1, maxLength: 20 })),
      no: Type.Optional(Type.String({ minLength: 1, maxLength: 20 })),
      code: Type.Optional(Type.String({ pattern: '^[0-9b-hjkmnp-z]{12}$', description: 'Parcel code' })),
      bbox: Type.Optional(
        Type.String({
          maxLength: 200,
          description:
            'west,south,east,north in degrees (CRS84), at most 0.05 wide and high: parcels with land in it or on its edge',
        }),
      ),
      q: Type.Optional(
        Type.String({ minLength: 1, maxLength: 200, description: 'A code, "tờ 12 thửa 345" or "12/345"' }),
      ),
      at: At,
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, description: 'Default 20' })),
      cursor: Type.Optional(
        Type.String({ minLength: 1, maxLength: 400, description: '`nextCursor` of the page before' }),
      ),
    },
    { additionalProperties: false },
  ),
  reply: pageOf(PortalParcel),
  problems: ['cursor.invalid', 'query.not_understood', 'publication.closed', 'service.busy'],
  maxAge: 0,
});

export const getPortalParcel = defineContract({
  id: 'getPortalParcel',
  path: '/api/portal/parcels/:id',
  tag: 'parcels',
  summary: 'One parcel with its drawing; a historic one names the parcels that came out of it',
  params: Type.Object({ id: Type.String({ format: 'uuid' }) }, { additionalProperties: false }),
  query: Type.Object({ at: At }, { additionalProperties: false }),
  reply: PortalParcelDetail,
  problems: ['parcel.not_found', 'publication.closed', 'service.busy'],
  maxAge: 0,
});
