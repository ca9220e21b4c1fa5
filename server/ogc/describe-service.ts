import { ogcWords } from '../domain/ogc/ogc-words.ts';
import type { Language } from '../domain/words/language.ts';
import { HTML_TYPE, JSON_TYPE, type Link, linksOf, OPENAPI, selfLinks, TILES_REL } from './ogc-links.ts';

export type Form = 'json' | 'html';

/** How a document is made: for whom, and under which address it is linked. */
export interface OgcFrame {
  readonly publicUrl: string;
  readonly language: Language;
  readonly form: Form;
}

export interface Landing {
  readonly title: string;
  readonly description: string;
  readonly links: readonly Link[];
}

/** The landing page (Part 1, 7.2). */
export function describeLanding({ publicUrl, language, form }: OgcFrame): Landing {
  const link = linksOf(publicUrl, language);
  const words = ogcWords(language);
  return {
    title: words('title'),
    description: words('description'),
    links: [
      ...selfLinks(link, '', JSON_TYPE, form),
      link('/api?f=json', 'service-desc', OPENAPI, 'link.api'),
      link('/api?f=html', 'service-doc', HTML_TYPE, 'link.doc'),
      link('/conformance', 'conformance', JSON_TYPE, 'link.conformance'),
      link('/collections', 'data', JSON_TYPE, 'link.data'),
      link('/tiles?f=json', TILES_REL, JSON_TYPE, 'link.tiles'),
      link('/tileMatrixSets?f=json', 'http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes', JSON_TYPE, 'link.scheme'),
    ],
  };
}

const FEATURES = 'http://www.opengis.net/spec/ogcapi-features';

/** The conformance classes (Part 1, 7.4). */
export const CONFORMS_TO: readonly string[] = [
  'http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core',
  `${FEATURES}-1/1.0/conf/core`,
  `${FEATURES}-1/1.0/conf/oas30`,
  `${FEATURES}-1/1.0/conf/html`,
  `${FEATURES}-1/1.0/conf/geojson`,
  `${FEATURES}-2/1.0/conf/crs`,
  `${FEATURES}-3/1.0/conf/queryables`,
  `${FEATURES}-3/1.0/conf/filter`,
  `${FEATURES}-3/1.0/conf/features-filter`,
  ...['cql2-text', 'cql2-json', 'basic-cql2', 'advanced-comparison-operators', 'basic-spatial-functions'].map(
    (name) => `http://www.opengis.net/spec/cql2/1.0/conf/${name}`,
  ),
  ...['core', 'tileset', 'tilesets-list', 'dataset-tilesets', 'geodata-tilesets', 'oas30', 'mvt'].map(
    (name) => `http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/${name}`,
  ),
  ...['tilematrixset', 'json-tilematrixset'].map((name) => `http://www.opengis.net/spec/tms/2.0/conf/${name}`),
];
