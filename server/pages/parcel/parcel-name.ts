import type { PortalParcel } from '../../domain/contract/portal/portal-parcels.ts';
import type { PageWords } from '../words.ts';

/** The fields a parcel is called by; each is there only where the policy publishes it. */
export type Named = Partial<Pick<PortalParcel, 'sheet' | 'no' | 'code' | 'commune'>>;

/** What a parcel is called: by sheet and number, else by its code. */
export function parcelName({ sheet, no, code }: Named, words: PageWords, form: 'title' | 'short' = 'title'): string {
  if (sheet !== undefined && no !== undefined) return words(`parcel.${form}`, { sheet, no });
  return code === undefined ? words('parcel.titleBare') : words('parcel.titleCode', { code });
}
