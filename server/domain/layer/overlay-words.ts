/** How a shape of a layer on a parcel reads, in pages and at the desk. */
import { formatArea, formatNumber, formatShare } from '../words/format-number.ts';
import type { Language } from '../words/language.ts';
import type { LayerEdition, OverlayItem } from './overlay.ts';
import { formatValue } from './value-unit.ts';

const WORDS = {
  vi: {
    ofParcel: 'thửa đất',
    point: 'có trên thửa đất',
    points: (n: string) => `${n} điểm trên thửa đất`,
    unnamed: 'Đối tượng số',
  },
  en: {
    ofParcel: 'of the parcel',
    point: 'on the parcel',
    points: (n: string) => `${n} points on the parcel`,
    unnamed: 'Shape no.',
  },
} as const;

export const layerTitle = ({ title, titleEn }: Pick<LayerEdition, 'title' | 'titleEn'>, language: Language): string =>
  language === 'en' ? (titleEn ?? title) : title;

/** `ODT · Khu dân cư số 1`. */
export function overlayName({ category, name, no }: OverlayItem, language: Language): string {
  const words = [category, name].filter((word, i, all) => word !== null && all.indexOf(word) === i);
  return words.length > 0 ? words.join(' · ') : `${WORDS[language].unnamed} ${no}`;
}

/** `34,5 m² (12% thửa đất)`; of a line its length; of points how many. */
export function overlayMeasure({ areaM2, share, lengthM, points }: OverlayItem, language: Language): string {
  const words = WORDS[language];
  if (share !== null) {
    // A share is never rounded down to nothing, nor up to the whole.
    const part = `${share < 0.01 ? `< ${formatShare(0.01, language)}` : formatShare(share, language)} ${words.ofParcel}`;
    return areaM2 === null ? part : `${formatArea(areaM2, language, 1)} (${part})`;
  }
  if (lengthM !== null) return `${formatNumber(lengthM, language, 1)} m`;
  return points === null || points === 1 ? words.point : words.points(formatNumber(points, language, 0));
}

/** The number that belongs to the shape, or null. */
export const overlayValue = ({ value, unit }: OverlayItem, language: Language): string | null =>
  value === null ? null : formatValue(value, unit, language);
