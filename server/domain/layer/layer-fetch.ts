/** Services that a layer is fetched from: which addresses may be asked, and how the pages of a reading follow one another. */

export const FETCH_STATES = ['queued', 'running', 'done', 'unchanged', 'failed'] as const;
export type FetchState = (typeof FETCH_STATES)[number];

/** Why a reading failed. */
export const FETCH_ERRORS = [
  'not_listed',
  'inside',
  'no_answer',
  'refused',
  'redirected',
  'not_geojson',
  'no_features',
  'not_paged',
  'too_large',
  'too_long',
  'stopped',
] as const;
export type FetchError = (typeof FETCH_ERRORS)[number];

/** A reading that came to nothing. */
export class FetchFailed extends Error {
  readonly code: FetchError;
  constructor(code: FetchError, options?: ErrorOptions) {
    super(code, options);
    this.name = 'FetchFailed';
    this.code = code;
  }
}

/** Shapes asked for at a time; pages and bytes of one reading. */
export const FETCH_PAGE = 1_000;
export const FETCH_LIMITS = { pages: 200, bytes: 60 << 20, ms: 10 * 60_000, pageMs: 30_000 } as const;

/** An address as a whole, or undefined: http and https alone, no user name, no fragment. */
export function readAddress(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const plain = (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' && url.password === '';
  return plain && url.hash === '' ? url : undefined;
}

/** Whether an address lies under one of those listed: the same protocol, host and port, and the path begins with the listed one, segment by segment. */
export function isListed(url: URL, sources: readonly string[]): boolean {
  return sources.some((text) => {
    const source = readAddress(text);
    if (!source || source.origin !== url.origin) return false;
    const path = source.pathname.replace(/\/$/, '');
    return url.pathname === path || url.pathname.startsWith(`${path}/`);
  });
}

const KEYS = ['service', 'version', 'request', 'typenames', 'outputformat', 'srsname', 'count', 'startindex'];
const askedOf = (url: URL, key: string): string | null =>
  [...url.searchParams].find(([name]) => name.toLowerCase() === key)?.[1] ?? null;

/** A WFS names its type of features in the query (OGC 09-025r2); everything else is a collection of OGC API Features (OGC 17-069r4). */
const isWfs = (url: URL): boolean => askedOf(url, 'typenames') !== null || askedOf(url, 'typename') !== null;

/** Address of the page that begins behind so many shapes. Coordinates as longitude and latitude. */
function wfsPage(address: URL, start: number): URL {
  const types = askedOf(address, 'typenames') ?? askedOf(address, 'typename') ?? '';
  const srs = askedOf(address, 'srsname') ?? 'urn:ogc:def:crs:OGC:1.3:CRS84';
  const url = new URL(address);
  for (const name of [...url.searchParams.keys()])
    if ([...KEYS, 'typename'].includes(name.toLowerCase())) url.searchParams.delete(name);
  for (const [name, value] of [
    ['service', 'WFS'],
    ['version', '2.0.0'],
    ['request', 'GetFeature'],
    ['typeNames', types],
    ['outputFormat', 'application/json'],
    ['srsName', srs],
    ['count', String(FETCH_PAGE)],
    ['startIndex', String(start)],
  ] as const)
    url.searchParams.set(name, value);
  return url;
}

function itemsPage(address: URL): URL {
  const url = new URL(address);
  const path = url.pathname.replace(/\/$/, '');
  url.pathname = path.endsWith('/items') ? path : `${path}/items`;
  url.searchParams.set('limit', String(FETCH_PAGE));
  return url;
}

/** Where a reading begins. */
export const firstPage = (address: URL): URL => (isWfs(address) ? wfsPage(address, 0) : itemsPage(address));

interface Page {
  /** Shapes on it, and on all before it with it. */
  readonly features: number;
  readonly total: number;
  readonly links: unknown;
}

/** The page that follows; null after the last. A link may lead anywhere: whoever follows it asks {@link isListed} first. */
export function nextPage(address: URL, at: URL, { features, total, links }: Page): URL | null {
  if (isWfs(address)) return features === FETCH_PAGE ? wfsPage(address, total) : null;
  const next = (Array.isArray(links) ? links : []).find(
    (link: unknown): link is { href: string } =>
      typeof link === 'object' && link !== null && 'rel' in link && link.rel === 'next' && 'href' in link,
  );
  if (!next || features === 0) return null;
  return URL.canParse(String(next.href), at) ? new URL(String(next.href), at) : null;
}
