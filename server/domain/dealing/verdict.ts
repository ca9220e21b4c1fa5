/**
 * What the rules say of a dealing: a code, how grave it is, and the numbers that led to it. An error stops lodging and
 * registration, a warning is shown to who decides. Facts hold ids, codes, numbers and document numbers; never a person.
 */
import Type, { type Static } from 'typebox';
import { ALL_RULES, type RuleCode } from './rule/all-rules.ts';

/** Rules with how grave a breach is; their sentences are in verdict-text.ts. Those of newer kinds have a file each in rule/. */
const SEVERITY = {
  'target.not_current': 'error',
  'target.stale': 'error',
  'target.in_other_dealing': 'warning',
  'split.does_not_cut': 'error',
  'split.piece_too_small': 'error',
  'split.piece_too_narrow': 'error',
  'split.wrong_system': 'error',
  'split.outside_parcel': 'error',
  'split.number_taken': 'error',
  'split.legal_areas_do_not_add_up': 'error',
  'split.legal_area_differs': 'warning',
  'split.neighbours_get_corners': 'info',
  'merge.different_systems': 'error',
  'merge.not_neighbours': 'error',
  'merge.holders_differ': 'error',
  'merge.holder_left_out': 'error',
  'merge.holder_not_of_part': 'error',
  'merge.burden_not_named': 'error',
  'merge.burden_unknown': 'error',
  'merge.burden_extends': 'warning',
  'merge.legal_area_missing': 'warning',
  'merge.legal_area_changed': 'warning',
  'merge.gap_closed': 'info',
  'merge.purpose_areas_missing': 'info',
  'reversal.unknown': 'error',
  'reversal.of_import': 'error',
  'reversal.not_registered': 'error',
  'reversal.done_before': 'error',
  'reversal.targets_differ': 'error',
  'reversal.rested_upon': 'error',
  'reversal.ranks_anew': 'warning',
  'number.taken': 'error',
  'area.differs': 'warning',
  'parcel.no_right': 'warning',
  'right.not_current': 'error',
  'right.unverified': 'warning',
  'right.mortgaged': 'error',
  'right.certificate_to_exchange': 'info',
  'share.more_than_held': 'error',
  'share.not_given_whole': 'error',
  'share.sum_not_one': 'error',
  'party.not_found': 'error',
  'caveat.stops_transfer': 'error',
  'caveat.stops_mortgage': 'error',
  'caveat.stops_split': 'error',
  'mortgage.not_current': 'error',
  'caveat.not_current': 'error',
  'document.in_future': 'error',
} as const satisfies Record<string, 'error' | 'warning' | 'info'>;

export type PlainCode = keyof typeof SEVERITY;
export type VerdictCode = PlainCode | RuleCode;
export const VERDICT_CODES = [...Object.keys(SEVERITY), ...Object.keys(ALL_RULES)] as readonly VerdictCode[];

const isRule = (code: VerdictCode): code is RuleCode => code in ALL_RULES;
const severityOf = (code: VerdictCode) => (isRule(code) ? ALL_RULES[code].severity : SEVERITY[code]);

export const Verdict = Type.Object({
  code: Type.Unsafe<VerdictCode>({ type: 'string', enum: [...VERDICT_CODES] }),
  severity: Type.Unsafe<'error' | 'warning' | 'info'>({ type: 'string', enum: ['error', 'warning', 'info'] }),
  facts: Type.Record(Type.String(), Type.Unknown(), {
    description: 'Numbers and codes that led to it; never a person',
  }),
});
export type Verdict = Static<typeof Verdict>;

export const verdict = (code: VerdictCode, facts: Record<string, unknown> = {}): Verdict => ({
  code,
  severity: severityOf(code),
  facts,
});

export const stops = (verdicts: readonly Verdict[]): boolean => verdicts.some(({ severity }) => severity === 'error');
