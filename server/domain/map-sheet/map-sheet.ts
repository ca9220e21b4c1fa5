/** A map sheet on paper: a page of the archive that is laid on the land by points of which both places are known. */
import Type, { type Static } from 'typebox';
import { isLegalSystem, PROJECTIONS } from '../crs.ts';
import type { Role } from '../role.ts';
import type { Tie } from './transformation.ts';

/** Who lays sheets on the land and traces what they show. */
export const MAP_SHEET_ROLES = ['archivist', 'surveyor'] as const satisfies readonly Role[];

/** Systems a sheet may be drawn in: those in which land is kept as it is, EPSG. */
export const SHEET_SYSTEMS: readonly number[] = PROJECTIONS.filter(isLegalSystem).map(({ srid }) => srid);

export const MOST_POINTS = 60;
export const MOST_PARCELS = 1_000;
export const MOST_CORNERS = 2_000;

const picture = (description: string) => Type.Number({ minimum: 0, maximum: 100_000, description });
const metres = (description: string) => Type.Number({ minimum: -10_000_000, maximum: 10_000_000, description });

export const ControlPoint = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 20, pattern: '\\S' }),
    x: picture('Points of the full picture, from its left edge'),
    y: picture('The same, from its upper edge'),
    north: metres('X of Vietnamese tables, metres'),
    east: metres('Y of Vietnamese tables, metres'),
    used: Type.Boolean({ description: 'Whether it takes part' }),
  },
  { additionalProperties: false },
);
export type ControlPoint = Static<typeof ControlPoint>;

const Corner = Type.Array(picture('[x, y] in points of the full picture'), { minItems: 2, maxItems: 2 });

export const TracedParcel = Type.Object(
  {
    no: Type.String({
      maxLength: 10,
      pattern: '^[0-9]{0,8}[A-Za-z]?$',
      description: 'Number on the sheet; empty: none yet',
    }),
    landUse: Type.String({ maxLength: 20, pattern: '^[A-Za-z+]*$', description: 'Codes as on the sheet; empty: none' }),
    areaM2: Type.Union([Type.Null(), Type.Number({ exclusiveMinimum: 0, maximum: 1e9 })], {
      description: 'As printed on the sheet',
    }),
    ring: Type.Array(Corner, {
      minItems: 3,
      maxItems: MOST_CORNERS,
      description:
        'Corners on the picture, so that they stay where they were traced when a control point is put right; the last is joined to the first',
    }),
  },
  { additionalProperties: false },
);
export type TracedParcel = Static<typeof TracedParcel>;

export const tieOf = ({ x, y, east, north }: ControlPoint): Tie => ({ picture: [x, y], ground: [east, north] });
/** Those that take part. */
export const tiesOf = (points: readonly ControlPoint[]): Tie[] => points.filter(({ used }) => used).map(tieOf);
