/** What the generator makes: a fictional district as its legacy sheets would record it. */

/** [east, north] in metres of the system named beside it. */
export type Position = [number, number];

export interface DemoUnit {
  code: string;
  name: string;
  kind: 'xã';
  /** First day the code is valid. */
  validFrom: string;
  /** First day it is no longer valid, or null while it is. */
  validTo: string | null;
  /** Codes of the older units this one absorbed. */
  successorOf: string[];
  /** Outer ring in EPSG:9214, counter-clockwise, not closed by a repeated point. */
  boundary: Position[];
}

export interface DemoOffice {
  code: string;
  name: string;
  kind: 'registration-office' | 'registration-branch' | 'commune';
  /** Commune codes it serves. */
  communes: string[];
}

export interface DemoSignatory {
  name: string;
  title: string;
  officeCode: string;
  validFrom: string;
}

export interface DemoParcel {
  /** As the file writes it; empty where the fault is that it is missing. */
  parcelNo: string;
  /** Outer ring and holes in the sheet's true system, not closed; null where the shape is missing. */
  rings: Position[][] | null;
  landUse: string;
  declaredAreaM2: number;
  holder: string;
  identityNumber: string | null;
  address: string;
  certificateSerial: string | null;
  useOrigin: string;
  /** Typed at another machine than the rest of the sheet; the sheet's where absent. */
  encoding?: SheetTraits['encoding'];
}

interface DemoFault {
  /** 1-based, as in the file. */
  recordNo: number;
  /** The finding code it should raise, or `land_use.combined` for two codes in one cell. */
  kind: string;
}

/** How the old office kept one sheet. */
export interface SheetTraits {
  /** Code as the importer must be told it. */
  communeCode: string;
  /** Day on which that code is meant; null = today. */
  at: string | null;
  sheetNo: string;
  /** 1 : scale */
  scale: number;
  /** The system the coordinates really are in. */
  srid: number;
  prj: 'right' | 'none' | 'lie';
  encoding: 'tcvn3' | 'vni';
  dictionary: string;
  /** Declared areas are rounded to this, m². */
  areaStep: 0.1 | 1;
}

export interface DemoSheet extends SheetTraits {
  /** Stem of the zip and of the files in it. */
  file: string;
  columns: string[];
  parcels: DemoParcel[];
  faults: DemoFault[];
}

/**
 * How far a sheet is brought in that is not registered: up to its review, up to the second person's decision, or not at
 * all, since its file was cut off on the way.
 */
export type Fate = 'review' | 'proposed' | 'refused';

export interface WaitingSheet extends DemoSheet {
  fate: Fate;
}

export interface District {
  communes: DemoUnit[];
  offices: DemoOffice[];
  signatories: DemoSignatory[];
  /** Those to be registered. */
  sheets: DemoSheet[];
  /** Those that give a fresh desk something to do. */
  waiting: WaitingSheet[];
}
