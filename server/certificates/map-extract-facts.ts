import type { Ring } from '../domain/drawing/boundary.ts';
import type { Neighbour } from './drawing/draw-around.ts';
import type { PaperStamp } from './kinds/paper-kind.ts';

/** What papers say of a parcel, as plain facts: read from the register, told by nobody else. */
export interface LandFacts {
  readonly office: string;
  readonly sheet: string;
  readonly no: string;
  readonly parcelCode: string;
  readonly commune: string;
  readonly address: string | null;
  readonly areaM2: number;
  readonly legalAreaM2: number | null;
  readonly uses: readonly { readonly code: string; readonly name: string | null }[];
  readonly holders: readonly { readonly name: string; readonly share: string }[];
  /** True: the paper names no holder, whoever is registered; `holders` is empty then. */
  readonly holdersLeftOut: boolean;
  readonly srid: number;
  /** East, north in metres in the sheet's own system; rings closed, the outer one first. */
  readonly rings: readonly Ring[];
  /** Parcels around it, in the same system, cut off a little outside the drawing. */
  readonly neighbours: readonly Neighbour[];
}

/** A whole extract: its land, and what is known when it is made. */
export type MapExtractFacts = LandFacts & PaperStamp;
