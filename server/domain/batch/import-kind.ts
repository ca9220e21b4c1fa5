/** The kinds of import, and what everybody may know of them. What each does at a stage is gis-import/kinds/. */
import type { Language } from '../words/language.ts';

export const IMPORT_KINDS = ['parcels', 'commune-boundary', 'layer'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** Formats in which records are read here; `container`: GeoPackage, GML, File Geodatabase; `exchange`: the exchange XML; `table`: CSV and XLSX, without any shape. */
export type SourceFormat = 'shapefile' | 'geojson' | 'container' | 'exchange' | 'table';

interface ImportKindFacts {
  /** Whether all of a file lies in one commune, which is named with it. Otherwise it is for those who serve all communes. */
  readonly ofOneCommune: boolean;
  /** Whether an officer reviews it and a second person registers it. Otherwise the command line alone takes it over. */
  readonly isReviewed: boolean;
  readonly formats: readonly SourceFormat[];
  /** Shapes it has a use for. */
  readonly shapes: 'polygons' | 'any';
  /** Its verdicts unless others are asked for (`--profile`). */
  readonly profile: string;
  /** What its records become: one, and several. */
  readonly recordWords: Readonly<Record<Language, readonly [one: string, several: string]>>;
}

export const KIND_FACTS: Readonly<Record<ImportKind, ImportKindFacts>> = {
  parcels: {
    ofOneCommune: true,
    isReviewed: true,
    formats: ['shapefile', 'geojson', 'container', 'exchange', 'table'],
    shapes: 'polygons',
    profile: 'default',
    recordWords: { vi: ['thửa đất', 'thửa đất'], en: ['parcel', 'parcels'] },
  },
  'commune-boundary': {
    ofOneCommune: false,
    isReviewed: false,
    formats: ['shapefile', 'geojson', 'container'],
    shapes: 'polygons',
    profile: 'default',
    recordWords: { vi: ['ranh giới', 'ranh giới'], en: ['boundary', 'boundaries'] },
  },
  layer: {
    ofOneCommune: false,
    isReviewed: false,
    formats: ['shapefile', 'geojson', 'container'],
    shapes: 'any',
    profile: 'default',
    recordWords: { vi: ['đối tượng', 'đối tượng'], en: ['shape', 'shapes'] },
  },
};

/** Where no kind is named. */
export const DEFAULT_KIND = 'parcels' as const satisfies ImportKind;
