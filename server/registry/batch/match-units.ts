import type { KnownUnit, Succession } from '../../db/portal/units.ts';
import type { FoundCommune } from '../../domain/contract/portal/portal-search.ts';
import { bareName, matchName } from '../../domain/question/match-name.ts';
import type { PlacePart } from '../../domain/question/read-place.ts';

const LIMIT = 20;

/** The units and how they followed one another, read once for an answer. */
export interface UnitGraph {
  readonly units: readonly KnownUnit[];
  readonly successions: readonly Succession[];
}

/** A unit that answers to a name; the lower the rank, the better (matchName). */
export interface UnitMatch {
  readonly unit: KnownUnit;
  readonly rank: number;
}

const same = (unit: KnownUnit, code: string, validFrom: string) => unit.code === code && unit.validFrom === validFrom;

function nextOf({ units, successions }: UnitGraph, unit: KnownUnit): KnownUnit[] {
  const steps = successions.filter((step) => same(unit, step.oldCode, step.oldValidFrom));
  return units.filter((other) => steps.some((step) => same(other, step.newCode, step.newValidFrom)));
}

function partsOf({ units, successions }: UnitGraph, unit: KnownUnit): KnownUnit[] {
  const steps = successions.filter((step) => same(unit, step.newCode, step.newValidFrom));
  return units.filter((other) => steps.some((step) => same(other, step.oldCode, step.oldValidFrom)));
}

/** A unit and everything that came after it, through every reform. */
export function chainOf(graph: UnitGraph, unit: KnownUnit): KnownUnit[] {
  const chain = new Set([unit]);
  for (const link of chain) for (const next of nextOf(graph, link)) chain.add(next);
  return [...chain];
}

/** The units that one name of a question can mean. */
export function matchPart({ units }: UnitGraph, part: PlacePart): UnitMatch[] {
  return units.flatMap((unit) => {
    const rank = matchName(part.name, bareName(unit.name)) ?? matchName(part.name, unit.name);
    // "xã" is not "phường", but a xã can have become one: the kind decides among equals only.
    const otherKind = part.word !== undefined && part.word !== unit.kind ? 0.5 : 0;
    return rank === undefined ? [] : { unit, rank: rank + otherKind };
  });
}

/** The units of a code and those that were found by name, present and former, best first. */
export function rankUnits(graph: UnitGraph, code: string | undefined, found: readonly UnitMatch[]): UnitMatch[] {
  const byCode = graph.units.filter((unit) => unit.code === code).map((unit) => ({ unit, rank: 0 }));
  return [...byCode, ...found]
    .toSorted(
      (a, b) =>
        a.rank - b.rank ||
        Number(a.unit.validTo !== null) - Number(b.unit.validTo !== null) ||
        a.unit.name.localeCompare(b.unit.name, 'vi') ||
        a.unit.code.localeCompare(b.unit.code),
    )
    .filter(({ unit }, i, all) => all.findIndex((other) => other.unit === unit) === i)
    .slice(0, LIMIT);
}

/** Only the best of the units that fit: who writes a whole name does not mean every name that begins so. */
export const bestUnits = (matches: readonly UnitMatch[]): UnitMatch[] =>
  matches.filter(({ rank }) => rank === matches[0]?.rank);

/** Codes of the units of today that stand where these are or were. */
export const presentCodes = (graph: UnitGraph, matches: readonly UnitMatch[]): string[] => [
  ...new Set(
    matches.flatMap(({ unit }) => chainOf(graph, unit).flatMap(({ code, validTo }) => (validTo === null ? code : []))),
  ),
];

/** A unit as an answer shows it: with what it became, and what it was made of. */
export function toFoundCommune(graph: UnitGraph, unit: KnownUnit): FoundCommune {
  const named = ({ code, name }: KnownUnit) => ({ code, name });
  const { code, name, kind, validFrom, validTo, bbox } = unit;
  const later = chainOf(graph, unit).filter((link) => link !== unit && link.validTo === null);
  return {
    code,
    name,
    kind,
    validFrom,
    validTo,
    bbox,
    became: later.map(named),
    madeOf: partsOf(graph, unit).map(named),
  };
}
