import type { HolderKind } from '../../server/domain/holder-kind.ts';

/** What a record would become: `candidate` of staging.record_view. Numbers that are legal stay decimal text. */
export interface Candidate {
  sheetNo: string | null;
  parcelNo: string | null;
  scale: number | null;
  areaM2: number | null;
  purposes: { code: string; areaM2: number | null }[];
  holders: {
    name: string;
    kind: HolderKind;
    manages: boolean;
    /** Ordinals of the holder's identity numbers, and of the one by which two holders of a batch are known for one. */
    identities: number[];
    key: number | null;
  }[];
  address: string | null;
  certificateSerial: string | null;
  useOrigin: string | null;
  /** Of a record without boundary: the unit it names its sheet of, five digits; it is known by its numbers alone. */
  unitCode?: string | null;
}
