import type pg from 'pg';
import {
  type AdministrativeUnit,
  findExtent,
  listPredecessorCodes,
  listSuccessors,
  listUnitsWithCode,
  type UnitExtent,
} from '../../db/reference/administrative-units.ts';

export interface ResolvedCommune {
  /** The unit the code means on the day: its sheets are numbered in it. */
  readonly unit: AdministrativeUnit;
  /** The commune the land belongs to today. */
  readonly commune: AdministrativeUnit;
  readonly mapped: boolean;
  readonly extent: UnitExtent | undefined;
  /** Codes a record of this land may name. */
  readonly codes: readonly string[];
}

export type CommuneProblem = 'commune.unknown' | 'commune.several_successors' | 'commune.extent_unknown';

/** Thrown when a code cannot be placed; `code` is stable. */
export class CommuneUnresolved extends Error {
  readonly code: CommuneProblem;
  /** What a sentence about it may name: `commune`, and the day or the successors. */
  readonly detail: Readonly<Record<string, string>>;
  constructor(code: CommuneProblem, message: string, detail: Readonly<Record<string, string>>) {
    super(message);
    this.name = 'CommuneUnresolved';
    this.code = code;
    this.detail = detail;
  }
}

/**
 * Which unit a five-digit code means: codes were reused at the reform of 2025-07-01, so a code needs a day. Without one,
 * a unit that exists today is meant; failing that the last one that had the code. An ended unit is followed to its
 * successor of today.
 */
export async function resolveCommune(
  db: pg.Pool | pg.PoolClient,
  code: string,
  at: string | null,
  today: string,
): Promise<ResolvedCommune> {
  const units = await listUnitsWithCode(db, code);
  const unit = at === null ? (units.find((u) => isValid(u, today)) ?? units.at(-1)) : unitOn(units, at);
  if (!unit)
    throw new CommuneUnresolved(
      'commune.unknown',
      `No commune with the code ${code} is known${at ? ` on ${at}` : ''}.`,
      at === null ? { commune: code } : { commune: code, at },
    );
  let commune = unit;
  while (commune.validTo !== null && commune.validTo <= today) {
    const successors = await listSuccessors(db, commune);
    if (successors.length !== 1) {
      const codes = successors.map((s) => s.code).join(', ') || 'none';
      throw new CommuneUnresolved(
        'commune.several_successors',
        `${commune.name} (${commune.code}) ended on ${commune.validTo}; successors: ${codes}. Name the present commune.`,
        { commune: commune.code, ...(successors.length > 0 && { successors: codes }) },
      );
    }
    commune = successors[0]!;
  }
  const codes = new Set([unit.code, commune.code, ...(await listPredecessorCodes(db, commune))]);
  const extent = (await findExtent(db, unit)) ?? (await findExtent(db, commune));
  return {
    unit,
    commune,
    mapped: commune.code !== unit.code || commune.validFrom !== unit.validFrom,
    extent,
    codes: [...codes],
  };
}

const isValid = (unit: AdministrativeUnit, day: string) =>
  unit.validFrom <= day && (unit.validTo === null || day < unit.validTo);

/** History before the first known day is not recorded: the oldest unit of that code stands for it. */
function unitOn(units: readonly AdministrativeUnit[], at: string): AdministrativeUnit | undefined {
  const first = units[0];
  return units.find((unit) => isValid(unit, at)) ?? (first && at < first.validFrom ? first : undefined);
}
