/** Rings of GeoJSON as the feature point is found from them: x, y, x, y … */
export const flatRings = (rings: readonly (readonly (readonly number[])[])[]) =>
  rings.map((ring) => Float64Array.from(ring.flat()));

/** Areas as the register keeps them, to 0.01 m². */
export const round2 = (m2: number) => Math.round(m2 * 100) / 100;
