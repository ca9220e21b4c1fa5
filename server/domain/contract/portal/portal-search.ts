/** The one question box: everything a text can mean, and suggestions while it is typed. Never a person. */
import Type, { type Static } from 'typebox';
import { defineContract } from '../contract.ts';
import { At, LONGEST_QUESTION, nullable } from '../fields.ts';
import { PortalParcel } from './portal-parcels.ts';

const word = <T extends string>(values: readonly T[], description?: string) =>
  Type.Unsafe<T>({ type: 'string', enum: [...values], ...(description ? { description } : {}) });

const Unit = Type.Object({ code: Type.String(), name: Type.String() });
const Bbox = Type.Unsafe<[number, number, number, number] | null>({
  type: ['array', 'null'],
  items: { type: 'number' },
  description: 'West, south, east, north in degrees (CRS84); null where unknown',
});

/** How the text was understood. Fields that the kind does not have are absent. */
export const AskedQuestion = Type.Object({
  kind: word(['none', 'code', 'parcel', 'sheet', 'coordinates', 'place']),
  reason: Type.Optional(
    word(
      ['empty', 'too_long', 'not_understood', 'outside'],
      'Why the kind is none; outside: coordinates of a place that is not in Viet Nam',
    ),
  ),
  code: Type.Optional(Type.String()),
  sheet: Type.Optional(Type.String()),
  no: Type.Optional(Type.String()),
  also: Type.Optional(
    Type.Array(Type.Object({ sheet: Type.Optional(Type.String()), no: Type.Optional(Type.String()) }), {
      description: 'What else the numbers can mean and was looked for: 3/4 is sheet 3 parcel 4, or a parcel 3/4',
    }),
  ),
  place: Type.Optional(Type.String({ description: 'What was said of the place' })),
  unread: Type.Optional(
    Type.Array(Type.String(), { description: 'Pieces of the text that were not understood, so not looked for' }),
  ),
  unitCode: Type.Optional(
    Type.String({ description: 'Code of a unit, as typed; it may name a former and a present one' }),
  ),
});
export type AskedQuestion = Static<typeof AskedQuestion>;

export const FoundCommune = Type.Object({
  code: Type.String(),
  name: Type.String(),
  kind: Type.String({ description: 'xã, phường, thị trấn or đặc khu' }),
  validFrom: Type.String({ format: 'date' }),
  validTo: nullable(Type.String({ format: 'date', description: 'First day on which the unit no longer existed' })),
  bbox: Bbox,
  became: Type.Array(Unit, { description: 'Units of today that took it over; empty while it exists' }),
  madeOf: Type.Array(Unit, { description: 'Units it was made of at the reform with which it began' }),
});
export type FoundCommune = Static<typeof FoundCommune>;

export const FoundPlace = Type.Object({
  name: Type.String({ description: 'Hamlet or street, as addresses have it' }),
  commune: Unit,
  parcels: Type.Integer({ description: 'Parcels whose address names it' }),
  bbox: Bbox,
  lon: Type.Number(),
  lat: Type.Number(),
});
export type FoundPlace = Static<typeof FoundPlace>;

export const FoundPoint = Type.Object({
  srid: Type.Integer(),
  systemName: Type.String({ description: 'In Vietnamese' }),
  east: nullable(Type.Number({ description: 'm; null for a geographic system' })),
  north: nullable(Type.Number({ description: 'm; null for a geographic system' })),
  lon: Type.Number({ description: 'WGS 84, degrees' }),
  lat: Type.Number({ description: 'WGS 84, degrees' }),
  commune: Type.Unsafe<Static<typeof Unit> | null>({ ...Unit, type: ['object', 'null'] }),
  parcelIds: Type.Array(Type.String({ format: 'uuid' }), { description: 'Those of `parcels` that contain it' }),
});
export type FoundPoint = Static<typeof FoundPoint>;

export const SearchAnswer = Type.Object({
  asked: AskedQuestion,
  missing: Type.Optional(
    word(
      ['parcel', 'sheet', 'place', 'code', 'point'],
      'What was looked for and is not in the register; point: outside the province. Absent where all was found',
    ),
  ),
  near: Type.Optional(
    Type.Array(PortalParcel, {
      description: 'Where a parcel is missing: those nearly of its number on that sheet, or of its number elsewhere',
    }),
  ),
  sheets: Type.Optional(Type.Array(Type.String(), { description: 'Where a sheet is missing: the sheets there are' })),
  parcels: Type.Array(PortalParcel),
  more: Type.Boolean({ description: 'More parcels fit than are listed' }),
  communes: Type.Array(FoundCommune, { description: 'Present and former units that the text names' }),
  places: Type.Array(FoundPlace, { description: 'Hamlets and streets that the text names, or nearly' }),
  points: Type.Array(FoundPoint, { description: 'Each reading of coordinates that falls inside the province' }),
});
export type SearchAnswer = Static<typeof SearchAnswer>;

/** No upper limit: a text that is too long is an answer (`none`), and the length of an address is bounded anyway. */
const Question = Type.String({ maxLength: LONGEST_QUESTION, description: 'What a person typed or pasted' });

export const searchLand = defineContract({
  id: 'searchLand',
  path: '/api/portal/search',
  tag: 'parcels',
  summary:
    'What a person typed, as parcels, communes, places or points; several answers are a list, none is an empty one',
  query: Type.Object(
    {
      q: Question,
      at: At,
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, description: 'Most parcels; default 20' })),
    },
    { additionalProperties: false },
  ),
  reply: SearchAnswer,
  problems: ['publication.closed', 'service.busy'],
  maxAge: 0,
});

export const Suggestion = Type.Object({
  kind: word(['parcel', 'commune', 'place', 'point']),
  label: Type.String(),
  detail: Type.String(),
  href: Type.String({ description: 'Page of it, relative to this server' }),
});
export type Suggestion = Static<typeof Suggestion>;

export const suggestLand = defineContract({
  id: 'suggestLand',
  path: '/api/portal/suggest',
  tag: 'parcels',
  summary: 'At most 8 suggestions while a text is being typed: parcels, then communes, places, points',
  query: Type.Object(
    { q: Question, lang: Type.Optional(word(['vi', 'en'], 'Language of the labels; default vi')) },
    { additionalProperties: false },
  ),
  reply: Type.Object({ items: Type.Array(Suggestion) }),
  problems: ['publication.closed', 'service.busy'],
  maxAge: 0,
});
