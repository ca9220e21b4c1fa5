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
  'overlays',
] as const;
export type PublicField = (typeof PUBLIC_FIELDS)[number];

/** What each channel can tell at all, as far as the policy lets it. The order of `tiles` is part of entity tags. */
export const CHANNEL_FIELDS = {
  lookup: PUBLIC_FIELDS,
  // Of a sheet a tile of outlines also tells its scale and the unit it was numbered in; names of places are of addresses.
  tiles: ['id', 'code', 'commune', 'sheet', 'no', 'landUse', 'areaM2', 'scale', 'numberedIn', 'address'],
  // A feature is flat: relatives and the name in the source have no column.
  ogc: [
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
  ],
  // Parcels of today, so no end and nothing that came out of them.
  bulk: [
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
  ],
} as const satisfies Record<Channel, readonly PublicField[]>;
export type ChannelField<Of extends Channel> = (typeof CHANNEL_FIELDS)[Of][number];

/** Without these a channel says nothing that makes sense, so it is closed when one of them is: a look-up must name its parcel. */
const NEEDED: Record<Channel, readonly PublicField[]> = { lookup: ['id', 'state'], tiles: [], ogc: ['id'], bulk: [] };

/** One row of the policy in force. `field` is `*` for the channel itself. */
export interface PolicyRow {
  readonly channel: string;
  readonly field: string;
  readonly allowed: boolean;
}

/** What may be told through one channel. */
export interface ChannelPolicy {
  /** Whether anything at all is. */
  readonly isOpen: boolean;
  /** Whether a field is; never while the channel is closed. */
  allows(field: PublicField): boolean;
  /** The published fields, in the order of PUBLIC_FIELDS; none while the channel is closed. */
  readonly fields: readonly PublicField[];
}

export type Publication = Readonly<Record<Channel, ChannelPolicy>>;

/** Reads the rows in force. What has no row, or a row this version does not know, is not published. */
export function publicationOf(rows: readonly PolicyRow[]): Publication {
  const allowed = new Set(rows.filter((row) => row.allowed).map((row) => `${row.channel}.${row.field}`));
  const policyOf = (channel: Channel): ChannelPolicy => {
    const has = (field: string) => allowed.has(`${channel}.${field}`);
    const isOpen = has('*') && NEEDED[channel].every(has);
    const allows = (field: PublicField) => isOpen && has(field);
    return { isOpen, allows, fields: PUBLIC_FIELDS.filter(allows) };
  };
  return Object.fromEntries(CHANNELS.map((channel) => [channel, policyOf(channel)])) as Record<Channel, ChannelPolicy>;
}

/** For who sees the register itself: nothing is withheld. */
export const EVERYTHING: ChannelPolicy = { isOpen: true, allows: () => true, fields: PUBLIC_FIELDS };

/** Throws publication.closed for a channel through which nothing is published. */
export function requireOpen({ isOpen }: ChannelPolicy): void {
  if (!isOpen) throw new Problem('publication.closed');
}

const RULED: ReadonlySet<string> = new Set(PUBLIC_FIELDS);

/** A copy of a record with what a channel may show; what the policy does not know (a date of the data, a srid) stays. */
export function publish<T extends object>(policy: ChannelPolicy, record: T): Partial<T> {
  const shown = new Set<string>(policy.fields);
  return Object.fromEntries(Object.entries(record).filter(([key]) => !RULED.has(key) || shown.has(key))) as Partial<T>;
}
