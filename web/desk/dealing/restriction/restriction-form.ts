/** What is said to place a restriction on a parcel, or to lift one. */
import { RESTRICTION_KINDS, type RestrictionKind } from '../../../../server/domain/dealing/payload/burdens.ts';
import type { DealForm } from '../form/deal-form.ts';
import { type DocumentTyped, NO_DOCUMENT, said } from '../form/said.ts';
import { type DrawHistory, startDrawing } from '../split/draw-history.ts';
import { isDrawn, type Place, shapeOf } from './drawn-shape.ts';
import { keepShape, keptBy, readShape } from './kept-shape.ts';
import { RestrictionFieldset } from './restriction-fieldset.tsx';
import { RestrictionMap } from './restriction-map.tsx';

export interface RestrictionFields extends DocumentTyped {
  readonly does: 'place' | 'lift';
  readonly kind: RestrictionKind;
  readonly place: Place;
  /** The line or the ring, drawn and typed alike. */
  readonly drawing: DrawHistory;
  readonly restrictionId: string;
}

export const RESTRICTION_FORM: DealForm<RestrictionFields> = {
  start(given, officer) {
    const kept = readShape(keptBy(given, officer));
    return {
      ...NO_DOCUMENT,
      does: 'place',
      kind: RESTRICTION_KINDS[0],
      place: kept?.place ?? 'all',
      drawing: startDrawing(kept?.lines ?? []),
      restrictionId: given.rights.restrictions[0]?.restrictionId ?? '',
    };
  },
  say(fields, { parcel }) {
    if (fields.does === 'lift') {
      return said(fields, [[fields.restrictionId !== '', 'form.restriction']], () => ({
        lifts: fields.restrictionId,
      }));
    }
    const shape = shapeOf(fields.place, fields.drawing.now.lines, parcel);
    return said(fields, [[shape !== undefined, 'form.shape']], () => ({
      kind: fields.kind,
      ...(shape ? { geometry: shape } : {}),
    }));
  },
  forget: (given, officer) => keepShape(keptBy(given, officer), null),
  Fieldset: RestrictionFieldset,
  land: { isDrawn, Map: RestrictionMap },
};
