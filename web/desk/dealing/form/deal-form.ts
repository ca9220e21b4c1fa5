/** What the form of a kind of dealing is made of; the screen around it is the same for all. */
import type { ReactNode } from 'react';
import type { ParcelDealingKind } from '../../../../server/domain/dealing/dealing-kind.ts';
import type { ParcelDetail, ParcelRights } from '../../../api/parcels.ts';
import type { DeskWordKey } from '../../../i18n/desk-words.ts';

/** The parcel as it stands, which a form begins with. */
export interface FormGiven {
  readonly parcel: ParcelDetail;
  readonly rights: ParcelRights;
}

export type Missing = Extract<DeskWordKey, `form.${string}`>;

export interface SaidDeal {
  /** Null while something is missing. */
  readonly payload: Readonly<Record<string, unknown>> | null;
  /** Names of fields that are missing or of no form. */
  readonly missing: readonly Missing[];
}

export interface FieldsetProps<Fields> extends FormGiven {
  readonly kind: ParcelDealingKind;
  readonly fields: Fields;
  change(part: Partial<Fields>): void;
}

export interface DealForm<Fields extends object> {
  /** `officer`: whose drawing that was begun here is brought back. */
  start(given: FormGiven, officer: string): Fields;
  /** What the fields say, ready to be sent. Pure. */
  say(fields: Fields, given: FormGiven): SaidDeal;
  readonly Fieldset: (props: FieldsetProps<Fields>) => ReactNode;
  /** Of a kind that draws on land: whether there is something to draw, and the map for it between fields and preview. */
  readonly land?: {
    isDrawn(fields: Fields): boolean;
    readonly Map: (props: FieldsetProps<Fields>) => ReactNode;
  };
  /** Once it is opened, what was kept of it in this browser is not needed any more. */
  forget?(given: FormGiven, officer: string): void;
}
