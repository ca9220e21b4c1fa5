/** The page of rules is what the table of rules says. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { RULES_PAGE, tellRules } from './cli/check/rules-page.ts';
import { ROOT } from './cli/check/run-tool.ts';

test('docs/rules.md is not older than the rules: npm run docs:tests writes it', () => {
  assert.equal(readFileSync(join(ROOT, RULES_PAGE), 'utf8'), tellRules());
});
