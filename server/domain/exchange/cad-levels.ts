/** Levels of the digital cadastral map (TT 26/2024/TT-BTNMT, annex 21) that a parcel is drawn on. Layers of a DXF bear the number. */
export const CAD_LEVELS = {
  /** Code of land use. */
  landUse: 2,
  /** Area, m². */
  area: 4,
  /** Boundary of the parcel. */
  boundary: 10,
  /** Its centre: the point that stands for it. */
  centre: 11,
  /** Its number. */
  number: 13,
} as const;

/** Colours as AutoCAD counts them: 7 black or white for boundaries, 2 yellow for labels. */
export const CAD_COLOURS: Readonly<Record<number, number>> = { 2: 2, 4: 2, 10: 7, 11: 7, 13: 2 };

/** Name under which a drawing keeps what has no level of its own (extended data of DXF). */
export const CAD_APPLICATION = 'DIABA';
