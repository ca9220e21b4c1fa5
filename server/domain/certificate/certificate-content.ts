/** What a certificate says, as the register said at its issue: kept with it, so that it can be shown again as it was. No identity number is in it. */
export interface CertificateContent {
  /** Code of the province, two digits. */
  readonly provinceCode: string;
  readonly signatory: { readonly name: string; readonly position: string; readonly authority: string | null } | null;
  readonly holders: readonly { readonly partyId: string; readonly name: string; readonly share: string }[];
  readonly lands: readonly {
    readonly parcelId: string;
    readonly version: number;
    readonly no: string;
    readonly sheet: string;
    readonly areaM2: number;
    readonly purposes: readonly {
      readonly name: string;
      readonly areaM2: number | null;
      readonly until: string | null;
    }[];
    readonly place: string;
    readonly srid: number;
    /** East, north in metres in the sheet's own system; rings closed, the outer one first. */
    readonly rings: readonly (readonly (readonly [number, number])[])[];
  }[];
  readonly notes: readonly string[];
}
