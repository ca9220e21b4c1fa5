/**
 * What the anonymous public may see, per channel and field. The rules are data (reference.publication_policy), read for
 * each answer; this file only knows their words and how to apply them.
 */
import { Problem } from '../problem/problem.ts';

/** Look-up one by one, vector tiles, OGC API, and whole-commune files. */
export const CHANNELS = ['lookup', 'tiles', 'ogc', 'bulk'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What the policy can name, as the public API spells it. */
export const PUBLIC_FIELDS = [
  'id',
  'code',
  'commune',
  'sheet',
  'no',
  'scale',
  'numberedIn',
  'landUse',
  'areaM2',
  'legalAreaM2',
  'address',
  'state',
  'registeredAt',
  'endedAt',
  'geometry',
  'geometryLegal',
  'successors',
  'predecessors',
  'source',
] as const;
export type PublicField = (typeof PUBLIC_FIELDS)[number];

/** What a file of a whole commune has columns for: parcels of today, so no end and nothing that came out of them. */
export const BULK_FIELDS = [
  'id',
  'code',
  'commune',
  'sheet',
  'no',
  'scale',
  'numberedIn',
  'landUse',
  'areaM2',
  'legalAreaM2',
  'address',
  'registeredAt',
  'geometry',
  'geometryLegal',
] as const satisfies readonly PublicField[];
export type BulkField = (typeof BULK_FIELDS)[number];

/** Without these a channel says nothing that makes sense, so it is closed when one of them is: a look-up must name its parcel. */
const NEEDED: Record<Channel, readonly PublicField[]> = { lookup: ['id', 'state'], tiles: [], ogc: ['id'], bulk: [] };

/** One row of the policy in force. `field` is `*` for the channel itself. */
export interface PolicyRow {
  readonly channel: string;
  readonly field: string;
  readonly allowed: boolean;
}

export interface Publication {
  /** Whether anything at all is published through a channel. */
  opens(channel: Channel): boolean;
  /** Whether a field is; never while its channel is closed. */
  allows(channel: Channel, field: PublicField): boolean;
  /** The published fields of a channel, in the order of PUBLIC_FIELDS; none while it is closed. */
  fields(channel: Channel): readonly PublicField[];
}

/** Reads the rows in force. What has no row, or a row this version does not know, is not published. */
export function publicationOf(rows: readonly PolicyRow[]): Publication {
  const allowed = new Set(rows.filter((row) => row.allowed).map((row) => `${row.channel}.${row.field}`));
  const opens = (channel: Channel) =>
    allowed.has(`${channel}.*`) && NEEDED[channel].every((field) => allowed.has(`${channel}.${field}`));
  const allows = (channel: Channel, field: PublicField) => opens(channel) && allowed.has(`${channel}.${field}`);
  return { opens, allows, fields: (channel) => PUBLIC_FIELDS.filter((field) => allows(channel, field)) };
}

/** For who sees the register itself: nothing is withheld. */
export const EVERYTHING: Publication = { opens: () => true, allows: () => true, fields: () => PUBLIC_FIELDS };

/** Throws publication.closed for a channel through which nothing is published. */
export function requireOpen(publication: Publication, channel: Channel): void {
  if (!publication.opens(channel)) throw new Problem('publication.closed');
}

/** A copy of a record with what a channel may show; what the policy does not know (a date of the data, a srid) stays. */
export function publish<T extends object>(publication: Publication, channel: Channel, record: T): Partial<T> {
  const ruled = new Set<string>(PUBLIC_FIELDS);
  const shown = new Set<string>(publication.fields(channel));
  return Object.fromEntries(Object.entries(record).filter(([key]) => !ruled.has(key) || shown.has(key))) as Partial<T>;
}
