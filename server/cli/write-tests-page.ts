/** `npm run docs:tests`: writes docs/tests.md, which tests hold each verb of the registry. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './check/run-tool.ts';
import { findHeldVerbs, TESTS_PAGE, tellHeldVerbs } from './check/verbs/tests-page.ts';

const verbs = findHeldVerbs(ROOT);
writeFileSync(join(ROOT, TESTS_PAGE), tellHeldVerbs(verbs));
console.log(`${TESTS_PAGE}: ${verbs.length} verbs`);
