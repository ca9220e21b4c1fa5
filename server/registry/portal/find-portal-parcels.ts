import type pg from 'pg';
import { listPresentUnits } from '../../db/portal/communes.ts';
import { listPortalParcelRows } from '../../db/portal/parcels.ts';
import { readChannelPolicy } from '../../db/reference/publication.ts';
import type { Asked } from '../../domain/contract/contract.ts';
import type { listPortalParcels, PortalParcel, RegisteredParcel } from '../../domain/contract/portal/portal-parcels.ts';
import { LONGEST_SIDE, parseDegreeBox } from '../../domain/geometry/degree-box.ts';
import { parcelNumber, sheetNumber } from '../../domain/land-number.ts';
import { dayOf, endOfDay } from '../../domain/legal-day.ts';
import { Problem } from '../../domain/problem/problem.ts';
import {
  type Channel,
  type ChannelPolicy,
  type PublicField,
  requireOpen,
} from '../../domain/publication/publication-policy.ts';
import { publishParcel } from '../../domain/publication/publish-parcel.ts';
import { parseParcelQuery } from '../../domain/question/parcel-query.ts';
import { pageOf, readCursor } from '../lists/page-cursor.ts';

const DEFAULT_LIMIT = 20;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The parcel after which a page begins, from a cursor made by these lists; a problem for any other text. */
export function readParcelCursor(cursor: string | undefined): string | null {
  return readCursor(cursor, UUID)?.[0] ?? null;
}

/** One page of up to `limit` parcels, from the rows of one more than that. */
export function pageOfParcels(rows: readonly RegisteredParcel[], limit: number, policy: ChannelPolicy) {
  const { page, nextCursor } = pageOf(rows, limit, ({ id }) => [id]);
  return { items: page.map((parcel) => publishParcel(policy, parcel)), nextCursor };
}

/** The fields by which a question looks; one that is not published must not be found out by asking. */
const LOOKS_AT = {
  commune: ['commune'],
  sheet: ['sheet'],
  no: ['no'],
  code: ['code'],
  // What lies where tells the drawing, so it is published only with it.
  bbox: ['geometry'],
  at: ['registeredAt', 'endedAt'],
} as const satisfies Record<string, readonly PublicField[]>;

/** Whether every condition of a question is on a published field. */
export function mayAsk(policy: ChannelPolicy, asked: { readonly [key in keyof typeof LOOKS_AT]?: unknown }): boolean {
  return Object.entries(LOOKS_AT).every(
    ([key, fields]) =>
      asked[key as keyof typeof LOOKS_AT] === undefined || fields.every((field) => policy.allows(field)),
  );
}

/**
 * The public list of parcels that fit a question. A sheet and number may name several (old units, scales): all of them
 * are listed and each says where it was numbered; none is chosen for the caller.
 */
export async function findPortalParcels(
  pool: pg.Pool,
  channel: Channel,
  asked: Asked<typeof listPortalParcels>['query'],
): Promise<{ items: PortalParcel[]; nextCursor: string | null }> {
  const typed = asked.q === undefined ? {} : parseParcelQuery(asked.q);
  if (!typed) throw new Problem('query.not_understood');
  if ([asked.commune, asked.code, asked.q, asked.bbox].every((one) => one === undefined)) {
    throw new Problem('request.invalid', { errors: [{ field: 'commune', message: 'commune | code | q | bbox' }] });
  }
  const box = asked.bbox === undefined ? undefined : parseDegreeBox(asked.bbox);
  if (asked.bbox !== undefined && !box) {
    const message = `west,south,east,north; east - west, north - south <= ${LONGEST_SIDE}`;
    throw new Problem('request.invalid', { errors: [{ field: 'bbox', message }] });
  }
  const after = readParcelCursor(asked.cursor);
  const day = asked.at ?? dayOf(new Date());
  const [policy, communes] = await Promise.all([
    readChannelPolicy(pool, channel),
    asked.commune === undefined ? undefined : listPresentUnits(pool, asked.commune, day),
  ]);
  requireOpen(policy);
  if (communes?.length === 0 || !mayAsk(policy, { ...asked, ...typed })) return { items: [], nextCursor: null };

  const named = {
    sheet: asked.sheet === undefined ? undefined : sheetNumber(asked.sheet),
    no: asked.no === undefined ? undefined : parcelNumber(asked.no),
    code: asked.code,
  };
  const contradicts = Object.entries(typed).some(([key, value]) => {
    const other = named[key as keyof typeof named];
    return other !== undefined && other !== value;
  });
  if (contradicts) return { items: [], nextCursor: null };

  const limit = asked.limit ?? DEFAULT_LIMIT;
  const before = asked.at === undefined ? null : endOfDay(asked.at);
  const rows = await listPortalParcelRows(pool, { communes, ...named, ...typed, box, before }, limit + 1, after);
  return pageOfParcels(rows, limit, policy);
}
