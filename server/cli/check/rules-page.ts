/** `docs/rules.md`: every code that the rules of dealings can answer with. Made from the table of rules, so that it cannot say anything else. */
import { ALL_RULES, CHECKED_RULES } from '../../domain/dealing/rule/all-rules.ts';
import type { Rule, RuleWords } from '../../domain/dealing/rule/rule.ts';

export const RULES_PAGE = 'docs/rules.md';

const HEAD = `# What dealings are judged by

Made by \`npm run docs:tests\` from [all-rules.ts](../server/domain/dealing/rule/all-rules.ts), and held by [docs-rules.test.ts](../server/docs-rules.test.ts). An
\`error\` stops lodging and registration, a \`warning\` is shown to who decides, an \`info\` only tells. In a sentence \`{name}\` is a number or code of the verdict's \`facts\`,
and what stands in brackets is left out where it is not known. Some weigh less for some kinds: a mortgage is told at a split and stops a transfer.
`;

/** One code: how grave, both sentences, and on what it rests. */
const line = (code: string, { severity, law, vi, en }: RuleWords, threshold?: string): string =>
  [
    `- \`${code}\` (${severity}): ${vi} · ${en}`,
    ...(law ? [`Law: ${law}.`] : []),
    ...(threshold ? [`Number from: ${threshold}.`] : []),
  ].join(' ');

const checked: readonly Rule<never>[] = Object.values(CHECKED_RULES);

const checkedLines = (): string[] =>
  checked.toSorted((a, b) => a.code.localeCompare(b.code)).map((rule) => line(rule.code, rule, rule.threshold));

const planLines = (): string[] =>
  Object.entries<RuleWords>(ALL_RULES)
    .filter(([code]) => !(code in CHECKED_RULES))
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([code, words]) => line(code, words));

export const tellRules = (): string =>
  [
    HEAD,
    '## Rules of law and of the register',
    '',
    'Each in a file of its own with a check that asks nothing but what it is given, and three fixtures: kept, broken, not applicable.',
    '',
    ...checkedLines(),
    '',
    '## What a plan says while it is worked out',
    '',
    'It cannot be drawn as asked, changes nothing, names what is not there, or has something to tell.',
    '',
    ...planLines(),
    '',
  ].join('\n');
