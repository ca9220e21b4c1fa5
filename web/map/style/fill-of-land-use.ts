import { LAND_USE_FILLS } from '../../../server/domain/land-use/land-use-fills.ts';

/** Of a use without a colour of its own. */
const OTHER = '#E1DED6';

/** The ground of each theme (web/ui/theme.css) and how far a fill moves towards it. */
const GROUND = {
  light: { rgb: [251, 249, 244], towards: 1 / 3 },
  dark: { rgb: [20, 24, 27], towards: 0.62 },
} as const;

/**
 * Fill of a parcel by its codes (joined by +); the first one counts, as on the printed map. Softened towards the ground,
 * so that lines and text stay readable.
 */
export function fillOf(landUse: string, theme: 'light' | 'dark'): string {
  const hex = LAND_USE_FILLS.get(landUse.split('+')[0] ?? '') ?? OTHER;
  const ground = GROUND[theme];
  const mixed = [1, 3, 5].map((at, i) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16);
    return Math.round(part + ((ground.rgb[i] ?? 0) - part) * ground.towards);
  });
  return `rgb(${mixed.join(', ')})`;
}
