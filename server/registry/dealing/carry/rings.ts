/** Rings of GeoJSON as the feature point is found from them: x, y, x, y … */
export const flatRings = (rings: readonly (readonly (readonly number[])[])[]) =>
  rings.map((ring) => Float64Array.from(ring.flat()));
