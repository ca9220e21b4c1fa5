/** What is typed to place a restriction on a parcel, or to lift one. Pure. */
import { RESTRICTION_KINDS, type RestrictionKind } from '../../../../server/domain/dealing/payload/burdens.ts';
import type { DealForm } from '../form/deal-form.ts';
import { type DocumentTyped, NO_DOCUMENT, said } from '../form/said.ts';
import { RestrictionFieldset } from './restriction-fieldset.tsx';
import { type Place, readShape } from './typed-shape.ts';

export interface RestrictionFields extends DocumentTyped {
  readonly does: 'place' | 'lift';
  readonly kind: RestrictionKind;
  readonly place: Place;
  readonly points: string;
  readonly restrictionId: string;
}

export const RESTRICTION_FORM: DealForm<RestrictionFields> = {
  start: ({ rights }) => ({
    ...NO_DOCUMENT,
    does: 'place',
    kind: RESTRICTION_KINDS[0],
    place: 'all',
    points: '',
    restrictionId: rights.restrictions[0]?.restrictionId ?? '',
  }),
  say(fields, { parcel }) {
    if (fields.does === 'lift') {
      return said(fields, [[fields.restrictionId !== '', 'form.restriction']], () => ({
        lifts: fields.restrictionId,
      }));
    }
    const read = readShape(fields.place, fields.points, parcel);
    return said(fields, [['shape' in read, 'form.points']], () => ({
      kind: fields.kind,
      ...('shape' in read && read.shape ? { geometry: read.shape } : {}),
    }));
  },
  Fieldset: RestrictionFieldset,
};
