import type { ColumnRole } from '../../server/domain/batch/column-role.ts';
import { normaliseSerial } from '../../server/domain/certificate-serial.ts';
import { repairCase } from '../../server/domain/encoding/repair-case.ts';
import type { Finding } from '../../server/domain/finding/finding.ts';
import { classifyHolder, managesLand } from '../../server/domain/holder-kind.ts';
import type { IdentityRules } from '../../server/domain/identity-number/judge-identity-number.ts';
import type { Candidate } from './candidate.ts';
import type { KeyReading } from './cell/key-evidence.ts';
import { parseParcelNo } from './cell/parse-key.ts';
import { parseLandUse } from './cell/parse-land-use.ts';
import { readArea } from './cell/read-area.ts';
import type { CellText } from './cell/read-cells.ts';
import { readKey, readSheetNo } from './cell/read-key.ts';
import { unfoldExponent } from './cell/unfold-exponent.ts';
import { NAME_ROLES, type RoleColumns } from './columns/column-dictionary.ts';
import type { Correction } from './convert-record.ts';
import { hideIdentityNumbers } from './hide-identity-numbers.ts';
import { judgeIdentities, type NotedIdentities } from './judge-identities.ts';

export interface AttributeRules {
  readonly columns: readonly string[];
  readonly roles: RoleColumns;
  /** The same the other way round: role per column. */
  readonly columnRoles: readonly (ColumnRole | undefined)[];
  /** Per column, whether the program that wrote it wrote numbers, and how 1.000 is to be read in it. */
  readonly numberColumns: readonly boolean[];
  readonly keyReadings: readonly KeyReading[];
  readonly identity: IdentityRules;
  /** Options that fill what the table leaves blank. */
  readonly sheet: string | null;
  readonly scale: number | null;
  /** Land-use codes of the reference data: present ones, and legacy ones. */
  readonly landUse: ReadonlySet<string>;
  readonly legacyLandUse: ReadonlySet<string>;
  /** Codes a record of this batch may name as its commune: the claimed unit, today's, its predecessors. */
  readonly communes: ReadonlySet<string>;
  readonly purposeSumDifferenceM2: number;
}

type Findings = Omit<Finding, 'recordNo'>[];

interface Attributes {
  readonly raw: Record<string, string>;
  readonly candidate: Candidate;
  readonly findings: Findings;
  readonly corrections: Correction[];
  readonly identities: string[];
  /** Five digits; null where the record names no commune. */
  readonly unitCode: string | null;
}

export function convertAttributes(cells: readonly CellText[], rules: AttributeRules): Attributes {
  const findings: Findings = [];
  const corrections: Correction[] = [];
  const { raw, texts, identities } = readTexts(cells, rules, findings, corrections);
  const textsOf = (role: ColumnRole): string[] => (rules.roles.get(role) ?? []).map((index) => texts[index] ?? '');
  const text = (role: ColumnRole): string => textsOf(role).find((value) => value !== '') ?? '';
  const keysOf = (role: ColumnRole) =>
    (rules.roles.get(role) ?? []).map((index) => ({ text: texts[index] ?? '', reading: rules.keyReadings[index]! }));
  const sheetNo = readSheetNo(keysOf('sheetNo'), rules.sheet, findings);
  const parcelNo = readKey(keysOf('parcelNo'), parseParcelNo, findings);
  const areaM2 = readArea([...textsOf('legalArea'), ...textsOf('measuredArea')], findings);
  const candidate: Candidate = {
    sheetNo,
    parcelNo,
    scale: fillScale(readScale(text('scale')), rules.scale, findings),
    areaM2,
    purposes: readPurposes(text('landUse'), areaM2, rules, findings),
    holders: readHolders(text('holder'), identities, findings),
    address: text('address') || null,
    certificateSerial: readSerial(text('certificateSerial'), findings),
    useOrigin: text('useOrigin') || null,
  };
  const unitCode = readCommune(text('commune'), rules, findings);
  return { raw, candidate, findings, corrections, identities: identities.sealed(), unitCode };
}

/** Decoded text per column, identity numbers taken out of every one of them, lost capitals restored in names. */
function readTexts(cells: readonly CellText[], rules: AttributeRules, findings: Findings, corrections: Correction[]) {
  const raw: Record<string, string> = {};
  const texts: string[] = [];
  const identities = judgeIdentities(rules.identity, findings);
  for (const [index, cell] of cells.entries()) {
    const column = rules.columns[index]!;
    const role = rules.columnRoles[index];
    for (const code of cell.findings) findings.push({ code, detail: { column, encoding: cell.encoding } });
    const hidden = hideIdentityNumbers(cell, role);
    identities.add(hidden, column, role, rules.numberColumns[index] ?? false);
    raw[column] = hidden.raw;
    // Rounded numbers stay as they are: they are none, and the one who reads them says so.
    const text = unfoldExponent(hidden.text) ?? hidden.text;
    if (role && NAME_ROLES.has(role)) texts.push(mendName({ ...cell, text }, role, column, findings, corrections));
    else texts.push(text);
    if (role === 'useOrigin' && cell.mended)
      corrections.push({ field: column, rule: cell.mended.rule, before: beforeMending(cell, role, text), after: text });
  }
  return { raw, texts, identities };
}

/** Lost capitals restored; all that was done to the text is one correction, which can be taken back as a whole. */
function mendName(
  cell: CellText,
  role: ColumnRole,
  column: string,
  findings: Findings,
  corrections: Correction[],
): string {
  const { text } = cell;
  const repaired = repairCase(text, cell.encoding === 'ascii' ? 'utf8' : cell.encoding);
  if (repaired.changed) findings.push({ code: 'text.case_repaired', detail: { column } });
  const rule = cell.mended?.rule ?? (repaired.changed ? 'text.case_repaired' : null);
  if (rule === null) return text;
  const before = beforeMending(cell, role, text);
  if (before !== repaired.text) corrections.push({ field: column, rule, before, after: repaired.text });
  return repaired.text;
}

/** The text as it came, without identity numbers. */
function beforeMending({ mended, ...cell }: CellText, role: ColumnRole, text: string): string {
  return mended ? hideIdentityNumbers({ ...cell, raw: mended.before, text: mended.before }, role).text : text;
}

/** `1:1000`, `1/1000`, `1000`. */
function readScale(text: string): number | null {
  const plain = unfoldExponent(text.trim()) ?? '';
  // No map is drawn at 1:1 or 1:2, so a point before three digits groups thousands here.
  const grouped = /^(?:1\s*[:/]\s*)?(\d{1,3})[.,](\d{3})$/.exec(plain);
  const match = /^(?:1\s*[:/]\s*)?(\d{3,6})(?:[.,]0*)?$/.exec(grouped ? `${grouped[1]}${grouped[2]}` : plain);
  return match ? Number(match[1]) : null;
}

/** The table stands above the option, which fills what is blank; that they differ is said. */
function fillScale(own: number | null, given: number | null, findings: Findings): number | null {
  if (own !== null && given !== null && own !== given)
    findings.push({ code: 'key.scale_differs', detail: { scale: own, givenScale: given } });
  return own ?? given;
}

function readPurposes(
  text: string,
  areaM2: number | null,
  rules: AttributeRules,
  findings: Findings,
): Candidate['purposes'] {
  const purposes = parseLandUse(text).map(({ code, areaM2: area }) => ({
    code,
    areaM2: area === null ? null : Number(area),
  }));
  if (purposes.length === 0) findings.push({ code: 'land_use.missing' });
  for (const { code } of purposes) {
    if (rules.landUse.has(code)) continue;
    // What is in no list may be anything, a name too: it stands in the record, and nowhere else.
    const legacy = rules.legacyLandUse.has(code);
    findings.push(legacy ? { code: 'land_use.legacy_code', detail: { landUse: code } } : { code: 'land_use.unknown' });
  }
  if (areaM2 !== null && purposes.length > 0 && purposes.every((purpose) => purpose.areaM2 !== null)) {
    const sum = purposes.reduce((total, purpose) => total + (purpose.areaM2 ?? 0), 0);
    // In tenths of a thousandth, which no file goes below: 1.1 + 2.2 are 3.3.
    if (Math.round(Math.abs(sum - areaM2) * 1e4) > Math.round(rules.purposeSumDifferenceM2 * 1e4)) {
      findings.push({ code: 'area.purposes_differ', detail: { sumM2: Math.round(sum * 100) / 100, areaM2 } });
    }
  }
  return purposes;
}

function readHolders(text: string, identities: NotedIdentities, findings: Findings): Candidate['holders'] {
  if (text === '') {
    findings.push({ code: 'holder.missing' });
    return [];
  }
  return [
    {
      name: text,
      kind: classifyHolder(text),
      manages: managesLand(text),
      identities: identities.papers(),
      key: identities.key(),
    },
  ];
}

function readSerial(text: string, findings: Findings): string | null {
  const read = normaliseSerial(text);
  if (read && !read.usual) findings.push({ code: 'certificate.serial_unusual' });
  return read?.serial ?? null;
}

/** Some tables carry an internal number instead of a commune code: only a five-digit code is compared. */
function readCommune(text: string, rules: AttributeRules, findings: Findings): string | null {
  const match = /^(\d{4,5})(?:\.0*)?$/.exec(unfoldExponent(text) ?? '');
  if (!match) return null;
  const code = match[1]!.padStart(5, '0');
  if (!rules.communes.has(code)) findings.push({ code: 'commune.differs_in_record', detail: { commune: code } });
  return code;
}
