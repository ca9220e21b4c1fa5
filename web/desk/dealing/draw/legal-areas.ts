/** Registered areas of the parts, typed over what was shared in proportion. */

import { formatFixed } from '../../../../server/domain/words/format-number.ts';
import type { Language } from '../../../../server/domain/words/language.ts';
import type { RaisedParcel } from '../../../api/dealings.ts';
import { readArea } from '../form/read-area.ts';

export interface AreasTyped {
  /** What the lines said when they were typed: the parts of another cut have areas of their own. */
  readonly of: string;
  readonly areas: readonly string[];
  readonly reason: string;
}

/** The parcels among which the ground is shared, as the server numbers them. */
export const sharers = (raises: readonly RaisedParcel[]): readonly RaisedParcel[] =>
  raises.filter(({ role }) => role !== 'neighbour');

/** As they were shared, to be typed over. */
export const areasOf = (of: string, raises: readonly RaisedParcel[], language: Language): AreasTyped => ({
  of,
  areas: sharers(raises).map(({ legalAreaM2 }) => (legalAreaM2 === null ? '' : formatFixed(legalAreaM2, language, 2))),
  reason: '',
});

/** What goes to the server; null while an area cannot be read. Without a reason the server stops it, and says so. */
export function sayAreas({ areas, reason }: AreasTyped): { legalAreasM2: number[]; reason?: string } | null {
  const read = areas.map(readArea);
  const said = reason.trim();
  if (read.includes(null)) return null;
  return { legalAreasM2: read as number[], ...(said === '' ? {} : { reason: said }) };
}
