/** How a parcel stands: what it is now, what burdens it, who holds it, and which open dealings are about it. */
import type { RestrictionKind } from './payload/burdens.ts';

export interface StandingRight {
  readonly rightId: string;
  readonly partyId: string;
  readonly holder: string;
  readonly kind: 'use' | 'management';
  readonly numerator: number;
  readonly denominator: number;
  readonly certificateSerial: string | null;
  readonly verified: boolean;
  /** Last day; null where none is registered. */
  readonly until: string | null;
  readonly leases: { readonly leaseId: string; readonly documentNo: string; readonly until: string }[];
  readonly mortgages: { readonly mortgageId: string; readonly documentNo: string }[];
}

export interface StandingCaveat {
  readonly caveatId: string;
  readonly transfer: boolean;
  readonly mortgage: boolean;
  readonly split: boolean;
  readonly documentNo: string;
  readonly until: string | null;
}

export interface StandingRestriction {
  readonly restrictionId: string;
  readonly kind: RestrictionKind;
  readonly documentNo: string;
}

export interface StandingPurpose {
  readonly code: string;
  /** Null where the record gave none. */
  readonly areaM2: number | null;
  /** Last day; null where none is registered. */
  readonly until: string | null;
}

export interface ParcelStanding {
  readonly parcelId: string;
  /** The latest version there is. */
  readonly version: number;
  readonly status: 'pending' | 'current' | 'historic';
  readonly communeCode: string;
  readonly communeValidFrom: string;
  readonly sheetId: string;
  readonly sheet: string;
  readonly scale: number | null;
  readonly no: string;
  readonly landUse: string;
  readonly areaM2: number;
  readonly legalAreaM2: number | null;
  readonly srid: number;
  readonly purposes: StandingPurpose[];
  readonly rights: StandingRight[];
  readonly caveats: StandingCaveat[];
  readonly restrictions: StandingRestriction[];
  /** Lodged dealings that target it, and the file of each. */
  readonly openDealings: { readonly dealingId: string; readonly kind: string; readonly fileId: string }[];
}
