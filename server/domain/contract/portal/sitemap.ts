/** What search engines ask for. */
import Type from 'typebox';
import { defineContract } from '../contract.ts';

const xml = { tag: 'pages', reply: Type.String(), media: 'application/xml', maxAge: 0 } as const;

export const getRobots = defineContract({
  id: 'getRobots',
  path: '/robots.txt',
  tag: 'pages',
  summary: 'Which pages a crawler may read (RFC 9309), and where the sitemap is',
  reply: Type.String(),
  media: 'text/plain',
  maxAge: 3600,
});

export const getSitemapIndex = defineContract({
  ...xml,
  id: 'getSitemapIndex',
  path: '/sitemap.xml',
  summary: 'Index of the sitemaps. Pages of single parcels are listed only where the publication policy opens bulk',
  problems: ['service.busy'],
});

export const getSitemap = defineContract({
  ...xml,
  id: 'getSitemap',
  path: '/sitemaps/:name.xml',
  summary: 'One sitemap: pages, communes, or parcels-1, parcels-2 … of up to 50,000 parcels each',
  params: Type.Object(
    { name: Type.String({ pattern: '^(pages|communes|parcels-[1-9][0-9]{0,4})$', description: 'As in the index' }) },
    { additionalProperties: false },
  ),
  problems: ['service.busy'],
});
