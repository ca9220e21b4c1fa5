/**
 * In which system a file of boundaries is. As for parcels, what counts is where the points fall; here each record names
 * its unit, so the claimed ground is that of the units named.
 */
import { decideProjection, type Extent, type ProjectionQuestion, type ProjectionVerdict } from './decide-projection.ts';

/** Corners per record, and in all: enough for nine in ten to mean something, few enough for forty conversions each. */
const POINTS_PER_RECORD = 16;
const POINTS = 1_600;

/**
 * About five kilometres: what is known of a unit may come from an earlier, smaller boundary, which must not lock a better
 * one out. The next zone, a quarter of a degree on, is 26 km away.
 */
const GROWTH_DEGREES = 0.05;

interface Sampled {
  readonly points: number[];
  readonly extent: Extent | null;
}

export interface BoundarySample {
  /** `extent`: where the unit of this record is known to lie; null where nothing is known of it. */
  add(parts: readonly Float64Array[], extent: Extent | null): void;
  /** Null without a single point. */
  verdict(question: Omit<ProjectionQuestion, 'points'>): ProjectionVerdict | null;
}

export function createBoundarySample(): BoundarySample {
  const records: Sampled[] = [];
  return {
    add(parts, extent) {
      const points = spread(parts);
      if (points.length > 0) records.push({ points, extent });
    },
    verdict(question) {
      const placed = records.filter((record) => record.extent !== null);
      const used = placed.length > 0 ? placed : records;
      if (used.length === 0) return null;
      const commune = placed.length > 0 ? grow(union(placed.map((record) => record.extent!))) : question.commune;
      const points = Float64Array.from(thin(used.flatMap((record) => record.points)));
      return believeFile(decideProjection({ ...question, commune, points }));
    },
  };
}

/**
 * Where several systems fit, the one the file itself names is taken. A parcel sheet must not be believed like that: its
 * few hundred metres decide whose land it is, a generalised boundary's do not.
 */
function believeFile(verdict: ProjectionVerdict): ProjectionVerdict {
  const believed = verdict.declared !== null && verdict.declared === verdict.srid;
  const said: readonly string[] = [
    ...(believed ? ['projection.ambiguous'] : []),
    // Degrees of WGS 84 are how boundaries are handed over.
    ...(verdict.srid === 4326 ? ['projection.transformed'] : []),
  ];
  return { ...verdict, findings: verdict.findings.filter(({ code }) => !said.includes(code)) };
}

/** Corners evenly along the longest ring, x and y interleaved. */
function spread(parts: readonly Float64Array[]): number[] {
  const longest = parts.reduce<Float64Array>((a, b) => (b.length > a.length ? b : a), new Float64Array());
  const corners = longest.length / 2;
  const step = Math.max(1, Math.floor(corners / POINTS_PER_RECORD));
  const points: number[] = [];
  for (let i = 0; i < corners && points.length < 2 * POINTS_PER_RECORD; i += step)
    points.push(longest[2 * i]!, longest[2 * i + 1]!);
  return points;
}

function thin(points: readonly number[]): readonly number[] {
  const stride = Math.ceil(points.length / 2 / POINTS);
  return stride <= 1 ? points : points.filter((_, i) => (i >> 1) % stride === 0);
}

function grow({ minLon, minLat, maxLon, maxLat }: Extent): Extent {
  return {
    minLon: minLon - GROWTH_DEGREES,
    minLat: minLat - GROWTH_DEGREES,
    maxLon: maxLon + GROWTH_DEGREES,
    maxLat: maxLat + GROWTH_DEGREES,
  };
}

/** The box around all of them. Needs at least one. */
export function union(extents: readonly Extent[]): Extent {
  return extents.reduce((a, b) => ({
    minLon: Math.min(a.minLon, b.minLon),
    minLat: Math.min(a.minLat, b.minLat),
    maxLon: Math.max(a.maxLon, b.maxLon),
    maxLat: Math.max(a.maxLat, b.maxLat),
  }));
}
