/**
 * Fills by land-use code: the conventional colours of the national land-use map as red, green, blue. As remembered and
 * unverified: for display, never law. Softened towards the ground when drawn, so that lines and text stay readable.
 */
type Rgb = readonly [red: number, green: number, blue: number];

const FILLS: Readonly<Record<string, Rgb>> = {
  LUC: [255, 252, 130],
  LUK: [255, 252, 150],
  HNK: [255, 240, 180],
  CLN: [255, 210, 160],
  RPH: [190, 255, 30],
  RDD: [110, 255, 100],
  RSX: [180, 255, 180],
  NTS: [170, 255, 255],
  ONT: [255, 208, 255],
  ODT: [255, 160, 255],
  TSC: [255, 170, 160],
  DGT: [255, 170, 50],
  DTL: [170, 255, 255],
  SKK: [250, 170, 160],
  SKC: [250, 170, 160],
  TMD: [255, 160, 170],
  NTD: [210, 210, 210],
  SON: [160, 255, 255],
  MNC: [160, 255, 255],
  CSD: [255, 255, 254],
};
const OTHER: Rgb = [225, 222, 214];

/** The ground of each theme (web/ui/theme.css) and how far a fill moves towards it. */
const GROUND = {
  light: { rgb: [251, 249, 244], towards: 1 / 3 },
  dark: { rgb: [20, 24, 27], towards: 0.62 },
} as const;

/** Fill of a parcel by its codes (joined by +); the first one counts, as on the printed map. */
export function fillOf(landUse: string, theme: 'light' | 'dark'): string {
  const rgb = FILLS[landUse.split('+')[0] ?? ''] ?? OTHER;
  const ground = GROUND[theme];
  const mixed = rgb.map((part, i) => Math.round(part + ((ground.rgb[i] ?? 0) - part) * ground.towards));
  return `rgb(${mixed.join(', ')})`;
}
