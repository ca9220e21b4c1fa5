import type { Static } from 'typebox';
import type { OgcLink } from '../domain/contract/ogc.ts';
import { type OgcWordKey, ogcWords } from '../domain/ogc/ogc-words.ts';
import type { Language } from '../domain/words/language.ts';

export type Link = Static<typeof OgcLink>;

export const JSON_TYPE = 'application/json';
export const GEOJSON = 'application/geo+json';
export const HTML_TYPE = 'text/html';
export const SCHEMA_JSON = 'application/schema+json';
export const QUERYABLES_REL = 'http://www.opengis.net/def/rel/ogc/1.0/queryables';
export const MVT = 'application/vnd.mapbox-vector-tile';
export const STYLE_JSON = 'application/vnd.mapbox.style+json';
export const TILES_REL = 'http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector';
export const OPENAPI = 'application/vnd.oai.openapi+json;version=3.0';

/** Makes links; every address is whole and begins with the configured one, since a request's host can be anybody's. */
export function linksOf(publicUrl: string, language: Language) {
  const words = ogcWords(language);
  return (path: string, rel: string, type: string, title: OgcWordKey): Link => ({
    href: `${publicUrl}/ogc${path}`,
    rel,
    type,
    title: words(title),
    hreflang: language,
  });
}

/** `self` and `alternate` of a document that comes as JSON and as a page. */
export function selfLinks(link: ReturnType<typeof linksOf>, path: string, type: string, form: 'json' | 'html'): Link[] {
  const join = path.includes('?') ? '&' : '?';
  const forms = { json: type, html: HTML_TYPE } as const;
  const other = form === 'json' ? 'html' : 'json';
  return [
    link(`${path}${join}f=${form}`, 'self', forms[form], 'link.self'),
    link(`${path}${join}f=${other}`, 'alternate', forms[other], other === 'html' ? 'link.html' : 'link.json'),
  ];
}
