import type { TransformationKind } from '../../map-sheet/transformation.ts';

/** Where a parcel came from. */
export interface ParcelSource {
  readonly sheet: string | null;
  readonly no: string;
  readonly scale: number | null;
  readonly batchId: string;
  /** Null where it came as a file. */
  readonly digitised: {
    readonly sheetNo: string;
    readonly scale: number;
    readonly method: TransformationKind;
    readonly rmsM: number;
    readonly toleranceM: number;
    readonly madeAt: string;
  } | null;
}
