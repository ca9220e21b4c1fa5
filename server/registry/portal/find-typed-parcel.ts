import type pg from 'pg';
import { Problem } from '../../domain/problem/problem.ts';
import { findPortalParcels } from './find-portal-parcels.ts';

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;
const CODE = /^[0-9b-hjkmnp-z]{12}$/;

/**
 * Id of a parcel as people type it into a form: its code, found among those registered now, or the address of its page, which is not looked up.
 * Throws parcel.not_found, and publication.closed where codes are not open.
 */
export async function findTypedParcel(portal: pg.Pool, text: string): Promise<string> {
  const id = UUID.exec(text)?.[0];
  if (id !== undefined) return id.toLowerCase();
  const code = text.replace(/\s/g, '').toLowerCase();
  if (!CODE.test(code)) throw new Problem('parcel.not_found');
  const { items } = await findPortalParcels(portal, 'lookup', { code, limit: 1 });
  const found = items[0]?.id;
  if (found === undefined) throw new Problem('parcel.not_found');
  return found;
}
