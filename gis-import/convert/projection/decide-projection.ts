/**
 * In which system a file's coordinates are. A .prj is a claim, often missing and sometimes wrong; what counts is where
 * the points fall: of all systems of the province's archives and what the .prj itself describes, in both axis orders,
 * the one that puts them into the claimed commune. Where several do, a person chooses.
 */

import type { ReadingReason } from '../../../server/domain/batch/reading-reason.ts';
import { AS_PRJ_SAYS, findProjection, isLegalSystem, type Projection } from '../../../server/domain/crs.ts';
import type { Finding } from '../../../server/domain/finding/finding.ts';
import { bestReading, type Fit, listFits, metresBetween, type OwnSystem, placeOf } from './list-fits.ts';

/** WGS 84 degrees. */
export interface Extent {
  readonly minLon: number;
  readonly minLat: number;
  readonly maxLon: number;
  readonly maxLat: number;
}

export interface PrjClaim {
  /** Null: a system without a code. */
  readonly srid: number | null;
  readonly name: string | null;
  /** How to compute with it; null where nobody can, absent where the code says it. */
  readonly system?: Projection | null;
  /** Metres (degrees) per unit; 1 unless said. */
  readonly unit?: number;
}

export interface ProjectionQuestion {
  /** Sample of points, x and y interleaved, as in the file. */
  readonly points: Float64Array;
  /** What the .prj says: absent, unreadable, or the system it declares. */
  readonly prj: 'missing' | 'unreadable' | PrjClaim;
  readonly commune: Extent;
  /** `--srid`; AS_PRJ_SAYS for what the .prj describes. */
  readonly forced: number | null;
}

export interface ProjectionVerdict {
  /** Null: the file must be refused with the finding that says so. */
  readonly system: Projection | null;
  /** Codes; AS_PRJ_SAYS for a system that only the .prj describes. */
  readonly srid: number | null;
  readonly declared: number | null;
  readonly detected: number | null;
  readonly swapAxes: boolean;
  /** Metres (degrees) per unit of the file. */
  readonly unit: number;
  readonly confidence: number;
  readonly why: readonly ReadingReason[];
  readonly findings: readonly Finding[];
}

export function decideProjection(question: ProjectionQuestion): ProjectionVerdict {
  const { points, commune, prj } = question;
  const own = ownSystem(prj);
  if (question.forced !== null) return forcedVerdict(question, own, question.forced);
  const all = listFits(points, commune, own);
  if (all.length === 0) return refusal(question, own);
  const { best, fits, agrees } = rank(points, all, own);
  const rivals = fits.filter((fit) => fit !== best && isRival(fit, best, agrees));
  const findings: Finding[] = [];
  const { srid } = best.projection;
  if (!agrees) findings.push(prjFinding(question, own, srid));
  findings.push(...readingFindings(best));
  if (rivals.length > 0) findings.push(ambiguity(points, best, rivals, agrees));
  return {
    ...readAs(best),
    declared: declaredBy(prj, own),
    detected: srid,
    confidence: confidence(agrees, rivals.length > 0, best.share),
    why: explain(best, agrees, rivals),
    findings,
  };
}

function ownSystem(prj: ProjectionQuestion['prj']): OwnSystem {
  if (typeof prj !== 'object') return null;
  const system = prj.system ?? (prj.system === undefined && prj.srid !== null ? findProjection(prj.srid) : null);
  return system ? { system, unit: prj.unit ?? 1 } : null;
}

const declaredBy = (prj: ProjectionQuestion['prj'], own: OwnSystem): number | null =>
  own?.system.srid ?? (typeof prj === 'object' ? prj.srid : null);

const readAs = ({ projection, swapAxes, unit }: Fit) => ({
  system: projection,
  srid: projection.srid,
  swapAxes,
  unit,
});

/** Metres within which two systems are the same, only described in other words. */
const SAME_M = 0.01;

/** The file's own word first, then a zone of the cadastre. */
function rank(points: Float64Array, all: readonly Fit[], own: OwnSystem) {
  const declared = all.find(({ projection }) => projection === own?.system);
  const named =
    declared?.projection.srid === AS_PRJ_SAYS
      ? all.find((fit) => fit !== declared && metresBetween(points, declared, fit) < SAME_M)
      : undefined;
  const fits = named ? all.filter((fit) => fit !== declared) : all;
  const best = named ?? declared ?? fits.find(({ projection }) => projection.kind === 'tm3') ?? fits[0]!;
  return { best, fits, agrees: declared !== undefined };
}

/** Nobody draws in HN-72 any more: it contests what is found without a word of the file, and not what the file says. */
function isRival({ projection }: Fit, best: Fit, agrees: boolean): boolean {
  return projection.datum !== 'hn72' || !agrees || best.projection.datum === 'hn72';
}

/** Two systems that both fit are never a sure answer: the .prj may lie, and the difference is hundreds of metres. */
function confidence(agrees: boolean, hasRivals: boolean, share: number): number {
  const base = hasRivals ? (agrees ? 0.8 : 0.5) : agrees ? 0.99 : 0.95;
  return Math.round(base * share * 100) / 100;
}

function explain(best: Fit, agrees: boolean, rivals: readonly Fit[]): ReadingReason[] {
  return [
    {
      code: best.swapAxes ? 'projection.inside_swapped' : 'projection.inside',
      params: { share: Math.round(best.share * 100), srid: best.projection.srid },
    },
    { code: agrees ? 'projection.prj_agrees' : 'projection.prj_differs', params: {} },
    rivals.length > 0
      ? { code: 'projection.rivals', params: { srids: rivals.map((fit) => fit.projection.srid) } }
      : { code: 'projection.no_rival', params: {} },
  ];
}

/** The name inside a .prj is free text of a stranger. */
const nameOf = (name: string | null): string => [...(name ?? '?').replace(/\p{C}/gu, ' ')].slice(0, 60).join('').trim();

/** What was done to the numbers on their way into the register. */
function readingFindings({ projection, swapAxes, unit }: Fit): Finding[] {
  const { srid, accuracyM } = projection;
  const findings: Finding[] = [];
  if (swapAxes) findings.push(fileFinding('projection.axis_swapped', { srid }));
  if (unit !== 1) findings.push(fileFinding('projection.unit', { unit, srid }));
  if (!isLegalSystem(projection))
    findings.push(fileFinding('projection.transformed', { srid, ...(accuracyM ? { accuracyM } : {}) }));
  return findings;
}

/** Each further choice with how far it lies from the one that was taken, the nearest first: it is missed most easily. */
function ambiguity(points: Float64Array, best: Fit, rivals: readonly Fit[], declared: boolean): Finding {
  const choices = rivals
    .map((fit) => ({ srid: fit.projection.srid, metres: Math.round(metresBetween(points, best, fit)) }))
    .sort((a, b) => a.metres - b.metres);
  const detail: NonNullable<Finding['detail']> = { srid: best.projection.srid, declared, choices: choices.length + 1 };
  choices.slice(0, 4).forEach(({ srid, metres }, i) => {
    const place = i === 0 ? '' : String(i + 1);
    detail[`rival${place}`] = srid;
    detail[`metres${place}`] = metres;
  });
  return fileFinding('projection.ambiguous', detail);
}

function forcedVerdict(question: ProjectionQuestion, own: OwnSystem, srid: number): ProjectionVerdict {
  const { points, commune, prj } = question;
  const projection = srid === AS_PRJ_SAYS ? own?.system : findProjection(srid);
  const declared = declaredBy(prj, own);
  const why: ReadingReason[] = [{ code: 'projection.given', params: { srid } }];
  const given = { declared, confidence: 1, why };
  if (!projection) {
    const findings = [fileFinding('projection.prj_needed', {})];
    return { ...given, system: null, srid: null, detected: null, swapAxes: false, unit: 1, confidence: 0, findings };
  }
  const best = bestReading(points, projection, commune, own?.unit ?? 1);
  return {
    ...given,
    ...readAs(best),
    detected: listFits(points, commune, own)[0]?.projection.srid ?? null,
    findings: [
      fileFinding('projection.forced', { srid: projection.srid, insideCommune: best.share }),
      ...readingFindings(best),
    ],
  };
}

function refusal({ points, prj, commune }: ProjectionQuestion, own: OwnSystem): ProjectionVerdict {
  const [x, y] = [points[0] ?? null, points[1] ?? null];
  const declared = declaredBy(prj, own);
  const detail = {
    x,
    y,
    declared,
    commune: `${commune.minLon},${commune.minLat},${commune.maxLon},${commune.maxLat}`,
    ...landing(own, x, y),
  };
  return {
    system: null,
    srid: null,
    declared,
    detected: null,
    swapAxes: false,
    unit: 1,
    confidence: 0,
    why: [
      typeof prj === 'object' && own !== null
        ? { code: 'projection.nowhere_nor_prj', params: { name: nameOf(prj.name) } }
        : { code: 'projection.nowhere', params: {} },
    ],
    findings: [fileFinding('projection.fits_nowhere', detail)],
  };
}

/** Where a point would lie by the .prj: often enough to see that the file is another commune's. */
function landing(own: OwnSystem, x: number | null, y: number | null): { lon?: number; lat?: number } {
  if (own === null || x === null || y === null) return {};
  const place = placeOf({ projection: own.system, swapAxes: false, unit: own.unit }, x, y);
  if (!place?.every(Number.isFinite)) return {};
  return { lon: Math.round(place[0] * 1e5) / 1e5, lat: Math.round(place[1] * 1e5) / 1e5 };
}

/** Why the file's own word is not what was used. That it does not fit is said only where it was tried. */
function prjFinding({ prj }: ProjectionQuestion, own: OwnSystem, srid: number): Finding {
  if (prj === 'missing') return fileFinding('projection.prj_missing', { srid });
  if (prj === 'unreadable') return fileFinding('projection.prj_unreadable', { srid });
  if (own === null) return fileFinding('projection.prj_not_tried', { srid });
  const declared = own.system.srid === AS_PRJ_SAYS ? null : own.system.srid;
  return fileFinding('projection.prj_overruled', { srid, declared });
}

function fileFinding(code: Finding['code'], detail: NonNullable<Finding['detail']>): Finding {
  return { code, recordNo: null, detail };
}
