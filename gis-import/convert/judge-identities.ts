import type { ColumnRole } from '../../server/domain/batch/column-role.ts';
import type { Finding, FindingCode } from '../../server/domain/finding/finding.ts';
import {
  type IdentityRules,
  judgeIdentityNumber,
  restoreLeadingZeros,
} from '../../server/domain/identity-number/judge-identity-number.ts';
import type { HiddenCell } from './hide-identity-numbers.ts';

/** An identity number of a record, to be sealed; its place in the list is its ordinal. */
interface Noted {
  readonly digits: string;
  /** Whether it can be its holder's paper, and whether it can tell that two holders are one. */
  readonly isPaper: boolean;
  readonly isKey: boolean;
  readonly inOwnColumn: boolean;
}

export interface NotedIdentities {
  /** Notes the digits taken out of a cell, and what is to be said of them. */
  add(hidden: HiddenCell, column: string, role: ColumnRole | undefined, inNumbers: boolean): void;
  /** All of them, in the order of their ordinals. */
  sealed(): string[];
  /** Ordinals of those that are the holder's papers. */
  papers(): number[];
  /** Ordinal of the one by which the holder is known again; that of the column meant for it before one in a name. */
  key(): number | null;
}

const SAID: Readonly<Record<'implausible' | 'filler' | 'malformed', FindingCode>> = {
  implausible: 'identity.implausible',
  filler: 'identity.filler',
  malformed: 'identity.unreadable',
};

/**
 * What becomes of the identity numbers of a record. All are sealed. A holder's are those of the column meant for them and
 * of the name; what is no identity number, and what was written in place of one, is nobody's paper; and only one that
 * can be somebody's makes two holders one.
 */
export function judgeIdentities(rules: IdentityRules, findings: Omit<Finding, 'recordNo'>[]): NotedIdentities {
  const noted: Noted[] = [];
  const say = (code: FindingCode, column: string) => {
    const said = findings.some((finding) => finding.code === code && finding.detail?.column === column);
    if (!said) findings.push({ code, detail: { column } });
  };
  return {
    add(hidden, column, role, inNumbers) {
      for (const digits of hidden.digits) {
        if (role !== 'identity' && role !== 'holder') {
          say('identity.out_of_place', column);
          noted.push({ digits, isPaper: false, isKey: false, inOwnColumn: false });
          continue;
        }
        const restored =
          role === 'identity' && inNumbers && !hidden.unreadable ? restoreLeadingZeros(digits, rules) : null;
        const number = restored ?? digits;
        const standing = hidden.unreadable ? 'malformed' : judgeIdentityNumber(number, rules);
        if (role === 'holder') say('identity.in_name', column);
        if (restored !== null) say('identity.zero_restored', column);
        else if (standing !== 'plausible' && (role === 'identity' || standing !== 'malformed'))
          say(SAID[standing], column);
        const isKey = standing === 'plausible';
        noted.push({
          digits: number,
          isPaper: isKey || standing === 'implausible',
          isKey,
          inOwnColumn: role === 'identity',
        });
      }
    },
    sealed: () => noted.map(({ digits }) => digits),
    papers: () => noted.flatMap(({ isPaper }, i) => (isPaper ? [i + 1] : [])),
    key() {
      const own = noted.findIndex(({ isKey, inOwnColumn }) => isKey && inOwnColumn);
      const any = own >= 0 ? own : noted.findIndex(({ isKey }) => isKey);
      return any >= 0 ? any + 1 : null;
    },
  };
}
