/** The sitemap protocol of sitemaps.org, version 0.9. */
import { escapeHtml } from '../words/html.ts';

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

export interface SitemapEntry {
  /** Whole address. */
  readonly url: string;
  /** When what it shows last changed. */
  readonly changedAt: Date | null;
}

function entry(name: string, { url, changedAt }: SitemapEntry): string {
  const lastmod = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : '';
  return `<${name}><loc>${escapeHtml(url)}</loc>${lastmod}</${name}>\n`;
}

/** Beginning, entries and end of one file, so that a large one can be sent in parts. */
export const SITEMAP = {
  open: `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="${NAMESPACE}">\n`,
  entries: (entries: readonly SitemapEntry[]): string => entries.map((one) => entry('url', one)).join(''),
  close: '</urlset>\n',
} as const;

/** The index that names the files. */
export function sitemapIndex(files: readonly SitemapEntry[]): string {
  const entries = files.map((file) => entry('sitemap', file)).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="${NAMESPACE}">\n${entries}</sitemapindex>\n`;
}
