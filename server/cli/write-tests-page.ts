/** `npm run docs:tests`: writes docs/tests.md, which tests hold each verb of the registry, and docs/rules.md, what dealings are judged by. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES_PAGE, tellRules } from './check/rules-page.ts';
import { ROOT } from './check/run-tool.ts';
import { findHeldVerbs, TESTS_PAGE, tellHeldVerbs } from './check/verbs/tests-page.ts';

const verbs = findHeldVerbs(ROOT);
writeFileSync(join(ROOT, TESTS_PAGE), tellHeldVerbs(verbs));
writeFileSync(join(ROOT, RULES_PAGE), tellRules());
console.log(`${TESTS_PAGE}: ${verbs.length} verbs; ${RULES_PAGE}`);
