/** What was read against what the register says of the parcel. Agreement of two that do not know of each other is sure; the rest is a finding. Pure. */
import type { DocumentFindingCode } from '../../../server/domain/document/document-finding.ts';
import { searchKey } from '../../../server/domain/encoding/search-key.ts';
import type { JudgedField } from './judge-fields.ts';

export interface RegisterSays {
  readonly parcelId: string;
  readonly landUse: string;
  readonly areaM2: number;
  readonly legalAreaM2: number | null;
  readonly serials: readonly string[];
  readonly holders: readonly string[];
}

/** Areas are registered to a tenth. */
const SAME_AREA_M2 = 0.06;
const TITLES = /^(?:ho |ong |ba |ho ong |ho ba )+/;
const keyOf = (name: string): string => searchKey(name).replace(TITLES, '').trim();

/** `near`: the same but for tones, of which nobody knows which is right. */
type Likeness = 'same' | 'near' | 'differs';
const likeness = (same: boolean): Likeness => (same ? 'same' : 'differs');

function compareNames(names: readonly string[], held: readonly string[]): Likeness {
  if (names.every((name) => held.some((other) => other.endsWith(name)))) return 'same';
  const keys = held.map(keyOf);
  return names.map(keyOf).every((key) => keys.some((other) => other.includes(key))) ? 'near' : 'differs';
}

/** What the register says of a field, and how like it that is; null where it says nothing. */
function answerOf(name: JudgedField['name'], value: string, says: RegisterSays): { said: string; is: Likeness } | null {
  switch (name) {
    case 'areaM2': {
      if (says.legalAreaM2 === null) return null;
      return {
        said: String(says.legalAreaM2),
        is: likeness(Math.abs(says.legalAreaM2 - Number(value)) < SAME_AREA_M2),
      };
    }
    case 'serial':
      return says.serials.length === 0
        ? null
        : { said: says.serials.join('; '), is: likeness(says.serials.includes(value)) };
    case 'landUse': {
      const sorted = (codes: string) => codes.split('+').sort().join('+');
      return says.landUse === '' ? null : { said: says.landUse, is: likeness(sorted(says.landUse) === sorted(value)) };
    }
    case 'holder': {
      if (says.holders.length === 0) return null;
      return { said: says.holders.join('; '), is: compareNames(value.split('; '), says.holders) };
    }
    default:
      return null;
  }
}

/** Fields compared with the one parcel that the paper names. */
export function compareWithRegister(fields: readonly JudgedField[], says: RegisterSays): JudgedField[] {
  return fields.map((field) => {
    const value = field.value ?? field.readings[0]?.value;
    const answer = value === undefined ? null : answerOf(field.name, value, says);
    if (!answer) return field;
    const reading = {
      reader: 'register',
      value: answer.said,
      confidence: 1,
      rule: 'register',
      page: null,
      box: null,
    } as const;
    const readings = [...field.readings, reading];
    if (answer.is === 'same' && field.value !== null && !field.findings.includes('field.shape_unusual'))
      return { ...field, readings, sure: true, confidence: Math.max(field.confidence, 0.99) };
    if (answer.is !== 'differs') return { ...field, readings };
    const findings: DocumentFindingCode[] = [...field.findings, 'field.register_differs'];
    return { ...field, readings, findings, sure: false };
  });
}
