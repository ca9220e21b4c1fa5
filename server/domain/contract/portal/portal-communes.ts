/** What the public may know of the registered land of one commune: sums and lists of sheets, never a person. */
import Type, { type Static } from 'typebox';
import { Commune } from '../communes.ts';
import { defineContract } from '../contract.ts';
import { At, CommuneCode, Day, nullable } from '../fields.ts';
import { NumberedIn } from './portal-parcels.ts';

const Parcels = Type.Integer({ minimum: 0, description: 'Number of parcels' });
/** Summed as exact decimals in the database; a JSON number of at most 15 digits holds it to the hundredth of a m². */
const AreaM2 = Type.Number({ description: 'Sum of the computed areas, m²' });

const NamedUnit = Type.Object({
  code: CommuneCode,
  name: Type.String(),
  kind: Type.String(),
  validFrom: Day,
  validTo: nullable(Day),
});

export const LandUseSum = Type.Object(
  {
    code: Type.String(),
    nameVi: Type.String(),
    nameEn: Type.String(),
    fill: nullable(Type.String({ description: 'Colour on the cadastral map, #rrggbb; null where the list has none' })),
    parcels: Parcels,
    areaM2: Type.Optional(AreaM2),
  },
  { description: 'Parcels whose first land-use code this is; the whole area of such a parcel counts here' },
);

export const SheetSum = Type.Object({
  sheet: Type.String(),
  scale: Type.Optional(nullable(Type.Integer())),
  numberedIn: Type.Optional(NumberedIn),
  parcels: Parcels,
  areaM2: Type.Optional(AreaM2),
  srid: Type.Optional(Type.Integer({ description: 'EPSG code of the coordinate system of the sheet' })),
});

export const CommuneFacts = Type.Object({
  commune: Commune,
  predecessors: Type.Array(NamedUnit, { description: 'Units it was made of' }),
  successors: Type.Array(NamedUnit, { description: 'Units that took it over; their land is counted there today' }),
  totals: Type.Optional(
    Type.Object(
      { parcels: Parcels, areaM2: Type.Optional(AreaM2) },
      { description: 'Registered parcels of the commune; of a former unit, those on the sheets numbered in it' },
    ),
  ),
  landUse: Type.Optional(
    Type.Array(LandUseSum, {
      description: 'By the first code of each parcel, largest area first; adds up to the totals',
    }),
  ),
  sheets: Type.Optional(Type.Array(SheetSum, { description: 'In the order of their numbers; adds up to the totals' })),
  dataAsOf: nullable(Type.String({ format: 'date-time', description: 'Last registration in this register' })),
  bulk: Type.Boolean({ description: 'Whether parcels.csv and parcels.gpkg of this commune may be downloaded' }),
  licence: nullable(
    Type.String({ description: 'Licence of the data of this register; null while the authority has recorded none' }),
  ),
});
export type CommuneFacts = Static<typeof CommuneFacts>;

export const getPortalCommune = defineContract({
  id: 'getPortalCommune',
  path: '/api/portal/communes/:code',
  tag: 'parcels',
  summary: 'One commune, present or former: number and area of its parcels by land use and by sheet',
  params: Type.Object({ code: CommuneCode }, { additionalProperties: false }),
  query: Type.Object({ at: At }, { additionalProperties: false }),
  reply: CommuneFacts,
  problems: ['commune.not_found', 'publication.closed', 'service.busy'],
  maxAge: 0,
});
