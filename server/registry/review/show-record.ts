import type { CorrectionRow } from '../../db/review/batch-corrections.ts';
import type { RecordRow } from '../../db/review/batch-records.ts';
import { type Actor, hasRole } from '../../domain/actor.ts';
import { PERSON_ROLES } from '../../domain/batch/batch-step.ts';
import type { BatchRecord, Candidate, RecordCorrection } from '../../domain/contract/batch/batch-shapes.ts';

export const seesPersons = (actor: Actor): boolean => hasRole(actor, PERSON_ROLES);

const HIDDEN = '•••';
/** What columns may mean without saying anything of a person. An address may name somebody ("đất nhà ông …"). */
const IMPERSONAL: ReadonlySet<string> = new Set([
  'sheetNo',
  'parcelNo',
  'scale',
  'legalArea',
  'measuredArea',
  'landUse',
  'commune',
  'useOrigin',
]);
/** Fields of edits that say nothing of a person. */
const IMPERSONAL_FIELDS: ReadonlySet<string> = new Set(['sheetNo', 'parcelNo', 'purposes', 'legalAreaM2', 'ring']);

/** Role per column of the source, as reading found it. */
export type ColumnRoles = Readonly<Record<string, string>>;

const impersonalOnly = (raw: RecordRow['raw'], columns: ColumnRoles) =>
  Object.fromEntries(Object.entries(raw).filter(([column]) => IMPERSONAL.has(columns[column] ?? '')));

interface StagedCandidate extends Omit<Candidate, 'legalAreaM2'> {
  readonly areaM2: number | null;
}

function showCandidate(staged: StagedCandidate, persons: boolean): Candidate {
  const { sheetNo, parcelNo, scale, areaM2, purposes, holders, address, certificateSerial, useOrigin } = staged;
  const hide = (text: string | null) => (persons || text === null ? text : HIDDEN);
  return {
    sheetNo,
    parcelNo,
    scale,
    legalAreaM2: areaM2,
    purposes,
    holders: holders.map(({ name, kind, manages }) => ({ name: persons ? name : HIDDEN, kind, manages })),
    address: hide(address),
    certificateSerial: hide(certificateSerial),
    useOrigin,
  };
}

export const isPersonal = ({ field }: Pick<CorrectionRow, 'field'>): boolean => !IMPERSONAL_FIELDS.has(field);

export function showCorrection(row: CorrectionRow, persons: boolean): RecordCorrection {
  const decidedAt = row.decidedAt.toISOString();
  if (persons || !isPersonal(row)) return { ...row, decidedAt };
  // Who changes an address by hand may name in the reason whose it is (as in show-event.ts).
  const history = row.history.map((step) => ({ ...step, reason: null }));
  return { ...row, decidedAt, before: HIDDEN, after: HIDDEN, reason: null, history };
}

/** A record as this caller may see it. */
export function showRecord(
  row: RecordRow,
  corrections: readonly CorrectionRow[],
  columns: ColumnRoles,
  persons: boolean,
): BatchRecord {
  return {
    ...row,
    raw: persons ? row.raw : impersonalOnly(row.raw, columns),
    candidate: row.candidate === null ? null : showCandidate(row.candidate as unknown as StagedCandidate, persons),
    masked: !persons,
    corrections: corrections
      .filter(({ recordNo }) => recordNo === row.recordNo)
      .map((correction) => showCorrection(correction, persons)),
  };
}
