/** What search engines are shown: public pages always, pages of single parcels only where the policy opens bulk. */
import type pg from 'pg';
import { findMoments } from '../../db/ogc/moments.ts';
import { findDataMoment } from '../../db/portal/parcels.ts';
import { countParcels, findParcelAt, listCommuneChanges, listParcelChanges } from '../../db/portal/sitemap.ts';
import { readPublication } from '../../db/reference/publication.ts';
import { Problem } from '../../domain/problem/problem.ts';
import type { ChannelPolicy, Publication } from '../../domain/publication/publication-policy.ts';
import type { SitemapEntry } from '../../domain/publication/sitemap-xml.ts';

/** Most entries of one file (sitemaps.org). */
const FILE = 50_000;
/** Rows read at once, so that no reply is held in memory whole. */
const PAGE = 5_000;
const PARCELS = /^parcels-(\d+)$/;

/** A list of all parcels is bulk, whatever its form, and leads to pages of the look-up. */
const mayListParcels = ({ bulk, lookup }: Publication) => bulk.allows('id') && lookup.allows('id');
const mayTellDays = (policy: ChannelPolicy) => policy.allows('registeredAt');

/** The files there are, by name, as entries of the index. */
export async function listSitemaps(pool: pg.Pool, publicUrl: string): Promise<SitemapEntry[]> {
  const [publication, changedAt] = await Promise.all([readPublication(pool), findDataMoment(pool)]);
  const parcels = mayListParcels(publication) ? await countParcels(pool) : 0;
  const names = ['pages', ...(publication.lookup.isOpen ? ['communes'] : [])];
  for (let file = 1; (file - 1) * FILE < parcels; file += 1) names.push(`parcels-${file}`);
  return names.map((name) => ({ url: `${publicUrl}/sitemaps/${name}.xml`, changedAt }));
}

async function* listParcelPages(
  pool: pg.Pool,
  publicUrl: string,
  tellDays: boolean,
  asOf: string,
  first: { id: string; changedAt: Date }[],
): AsyncGenerator<SitemapEntry[]> {
  let rows = first;
  for (let sent = 0; rows.length > 0; ) {
    yield rows.map(({ id, changedAt }) => ({
      url: `${publicUrl}/parcels/${id}`,
      changedAt: tellDays ? changedAt : null,
    }));
    sent += rows.length;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE || sent >= FILE) return;
    rows = await listParcelChanges(pool, asOf, last.id, Math.min(PAGE, FILE - sent));
  }
}

/** The entries of one file, in parts. Throws route.not_found for a file that is not there (now). */
export async function listSitemap(
  pool: pg.Pool,
  publicUrl: string,
  name: string,
): Promise<AsyncIterable<SitemapEntry[]> | Iterable<SitemapEntry[]>> {
  const [publication, changedAt] = await Promise.all([readPublication(pool), findDataMoment(pool)]);
  if (name === 'pages') {
    return [['/', '/communes', '/about', '/help'].map((path) => ({ url: `${publicUrl}${path}`, changedAt }))];
  }
  if (name === 'communes' && publication.lookup.isOpen) {
    const days = mayTellDays(publication.lookup);
    const communes = await listCommuneChanges(pool);
    return [
      communes.map((commune) => ({
        url: `${publicUrl}/communes/${commune.code}`,
        changedAt: days ? commune.changedAt : null,
      })),
    ];
  }
  const file = Number(PARCELS.exec(name)?.[1] ?? 0);
  if (file === 0 || !mayListParcels(publication)) throw new Problem('route.not_found');
  // A file is read in parts, all of them of one moment.
  const { asOf } = await findMoments(pool, null, null);
  const before = file === 1 ? null : await findParcelAt(pool, (file - 1) * FILE);
  const first = file > 1 && before === null ? [] : await listParcelChanges(pool, asOf, before, PAGE);
  if (first.length === 0) throw new Problem('route.not_found');
  return listParcelPages(pool, publicUrl, mayTellDays(publication.bulk), asOf, first);
}
