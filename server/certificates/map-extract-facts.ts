import type { Ring } from '../domain/drawing/boundary.ts';

/** What a map extract says, as plain facts: read from the register, told by nobody else. */
export interface MapExtractFacts {
  readonly serial: string;
  /** As printed, in fours. */
  readonly code: string;
  /** Address at which anyone checks it. */
  readonly link: string;
  readonly office: string;
  /** `YYYY-MM-DD` in Viet Nam. */
  readonly day: string;
  readonly signer: string;
  readonly trialSignature: boolean;
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
}
