/**
 * In which system a file's coordinates are. A .prj is a claim, often missing and sometimes wrong; what counts is where
 * the points fall: of all systems of the province's archives, in both axis orders, the one that puts them into the
 * claimed commune.
 */
import {
  findProjection,
  getProjection,
  isPlausible,
  PROJECTIONS,
  type Projection,
  transformer,
} from '../../server/domain/crs.ts';
import type { Finding } from '../../server/domain/finding.ts';
import type { ReadingReason } from '../../server/domain/reading-reason.ts';

/** WGS 84 degrees. */
export interface Extent {
  readonly minLon: number;
  readonly minLat: number;
  readonly maxLon: number;
  readonly maxLat: number;
}

export interface ProjectionQuestion {
  /** Sample of points, x and y interleaved, as in the file. */
  readonly points: Float64Array;
  /** What the .prj says: absent, unreadable, or the system it declares (srid null: one we do not know). */
  readonly prj: 'missing' | 'unreadable' | { readonly srid: number | null; readonly name: string | null };
  readonly commune: Extent;
  /** `--srid`. */
  readonly forced: number | null;
}

export interface ProjectionVerdict {
  /** Null: the file must be refused with the finding that says so. */
  readonly srid: number | null;
  readonly declared: number | null;
  readonly detected: number | null;
  readonly swapAxes: boolean;
  readonly confidence: number;
  readonly why: readonly ReadingReason[];
  readonly findings: readonly Finding[];
}

/** About one kilometre: commune boundaries are generalised and sheets reach over them. */
const PAD_DEGREES = 0.01;
const ENOUGH_INSIDE = 0.9;

interface Fit {
  readonly projection: Projection;
  readonly swapAxes: boolean;
  readonly share: number;
}

export function decideProjection(question: ProjectionQuestion): ProjectionVerdict {
  const declared = typeof question.prj === 'object' ? question.prj.srid : null;
  if (question.forced !== null) return forcedVerdict(question, declared, question.forced);
  const fits = listFits(question).filter((fit) => fit.share >= ENOUGH_INSIDE);
  if (fits.length === 0) return refusal(question, declared);
  const best =
    fits.find((fit) => fit.projection.srid === declared) ??
    fits.find((fit) => fit.projection.kind === 'tm3') ??
    fits[0]!;
  const rivals = fits.filter((fit) => fit !== best);
  const findings: Finding[] = [];
  const agrees = declared === best.projection.srid;
  if (!agrees) findings.push(prjFinding(question, best.projection.srid));
  if (best.swapAxes) findings.push(fileFinding('projection.axis_swapped', { srid: best.projection.srid }));
  if (rivals.length > 0)
    findings.push(
      fileFinding('projection.ambiguous', {
        srid: best.projection.srid,
        rival: rivals[0]!.projection.srid,
        declared: agrees,
      }),
    );
  return {
    srid: best.projection.srid,
    declared,
    detected: best.projection.srid,
    swapAxes: best.swapAxes,
    confidence: confidence(agrees, rivals.length > 0, best.share),
    why: explain(best, agrees, rivals),
    findings,
  };
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

function listFits({ points, commune }: ProjectionQuestion): Fit[] {
  return PROJECTIONS.flatMap((projection) =>
    [false, true].map((swapAxes) => ({
      projection,
      swapAxes,
      share: shareInside(points, projection, swapAxes, commune),
    })),
  );
}

function shareInside(points: Float64Array, projection: Projection, swapAxes: boolean, extent: Extent): number {
  const convert = transformer(projection.srid, 4326);
  let inside = 0;
  for (let i = 0; i < points.length; i += 2) {
    const x = points[swapAxes ? i + 1 : i]!;
    const y = points[swapAxes ? i : i + 1]!;
    if (!isPlausible(projection, x, y)) continue;
    const [lon, lat] = projection.srid === 4326 ? [x, y] : convert([x, y]);
    const within =
      lon >= extent.minLon - PAD_DEGREES &&
      lon <= extent.maxLon + PAD_DEGREES &&
      lat >= extent.minLat - PAD_DEGREES &&
      lat <= extent.maxLat + PAD_DEGREES;
    if (within) inside += 1;
  }
  return points.length === 0 ? 0 : (inside * 2) / points.length;
}

function forcedVerdict(question: ProjectionQuestion, declared: number | null, srid: number): ProjectionVerdict {
  const projection = getProjection(srid);
  const asGiven = shareInside(question.points, projection, false, question.commune);
  const swapped = shareInside(question.points, projection, true, question.commune);
  const swapAxes = swapped > asGiven;
  const detected = listFits(question).find((fit) => fit.share >= ENOUGH_INSIDE)?.projection.srid ?? null;
  const findings = [fileFinding('projection.forced', { srid, insideCommune: Math.max(asGiven, swapped) })];
  if (swapAxes) findings.push(fileFinding('projection.axis_swapped', { srid }));
  return {
    srid,
    declared,
    detected,
    swapAxes,
    confidence: 1,
    why: [{ code: 'projection.given', params: { srid } }],
    findings,
  };
}

function refusal({ points, prj, commune }: ProjectionQuestion, declared: number | null): ProjectionVerdict {
  const [x, y] = [points[0] ?? null, points[1] ?? null];
  const detail = {
    x,
    y,
    declared,
    commune: `${commune.minLon},${commune.minLat},${commune.maxLon},${commune.maxLat}`,
    ...landing(declared, x, y),
  };
  return {
    srid: null,
    declared,
    detected: null,
    swapAxes: false,
    confidence: 0,
    why: [
      typeof prj === 'object'
        ? { code: 'projection.nowhere_nor_prj', params: { name: nameOf(prj.name) } }
        : { code: 'projection.nowhere', params: {} },
    ],
    findings: [fileFinding('projection.fits_nowhere', detail)],
  };
}

/** Where the first point would lie by the .prj: often enough to see that the file is another commune's. */
function landing(declared: number | null, x: number | null, y: number | null): { lon?: number; lat?: number } {
  if (declared === null || x === null || y === null) return {};
  const projection = findProjection(declared);
  if (!projection || !isPlausible(projection, x, y)) return {};
  const [lon, lat] = transformer(declared, 4326)([x, y]);
  return { lon: Math.round(lon * 1e5) / 1e5, lat: Math.round(lat * 1e5) / 1e5 };
}

function prjFinding({ prj }: ProjectionQuestion, srid: number): Finding {
  if (prj === 'missing') return fileFinding('projection.prj_missing', { srid });
  if (prj === 'unreadable') return fileFinding('projection.prj_unreadable', { srid });
  return fileFinding('projection.prj_overruled', { srid, declared: prj.srid, name: prj.name });
}

function fileFinding(code: Finding['code'], detail: NonNullable<Finding['detail']>): Finding {
  return { code, recordNo: null, detail };
}
