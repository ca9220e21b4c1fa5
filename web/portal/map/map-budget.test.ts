/** What a phone has to load: little before the map, and with the map no more than agreed. Gzip, as built. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { browserTest } from '../../../server/testing/browser/browser.ts';
import { TEST_CONFIG } from '../../../server/testing/test-app.ts';

interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

const dist = TEST_CONFIG.webDist;

/** Files of a chunk and of all it needs; `later`: also what it may ask for afterwards. */
function filesOf(manifest: Readonly<Record<string, Chunk>>, name: string, later: boolean, seen = new Set<string>()) {
  const chunk = manifest[name];
  assert.ok(chunk, name);
  if (seen.has(name)) return [];
  seen.add(name);
  const needs = [...(chunk.imports ?? []), ...(later ? (chunk.dynamicImports ?? []) : [])];
  const files: string[] = [chunk.file, ...(chunk.css ?? [])];
  for (const need of needs) files.push(...filesOf(manifest, need, later, seen));
  return files;
}
/** kB of the compressed copies. */
const weight = (files: readonly string[], ending: string) =>
  [...new Set(files)]
    .filter((file) => file.endsWith(ending))
    .reduce((sum, file) => sum + statSync(join(dist, `${file}.gz`)).size / 1000, 0);

test('before the map 60 kB of scripts and 20 kB of styles; with every tool of it 240 kB', browserTest, () => {
  const path = join(dist, '.vite', 'manifest.json');
  assert.ok(existsSync(path));
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, Chunk>;
  const before = filesOf(manifest, 'portal/page.ts', false);
  // What looks at a dropped paper is asked for on the page of checks, and not with the map.
  const all = filesOf(manifest, 'portal/page.ts', true, new Set(['portal/judge-dropped.ts']));
  const [scripts, styles, withMap, allStyles] = [
    weight(before, '.js'),
    weight(before, '.css'),
    weight(all, '.js'),
    weight(all, '.css'),
  ];
  assert.ok(scripts > 1 && scripts <= 60, `${scripts} kB of scripts before the map`);
  assert.ok(styles <= 20 && allStyles <= 20, `${styles} and ${allStyles} kB of styles`);
  assert.ok(withMap > scripts && withMap <= 240, `${withMap} kB of scripts with the map`);
  // Measuring and printing are chunks of their own.
  for (const tool of ['portal/map/tools/map-measure.ts', 'portal/map/print/map-print.ts'])
    assert.ok(manifest[tool], tool);
});
