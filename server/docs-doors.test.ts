/** Every door that a page of the documentation names is one. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { docFiles, readDoc } from './testing/read-docs.ts';
import { openTestApp, type TestApp } from './testing/test-app.ts';

let t: TestApp;
before(async () => {
  t = await openTestApp();
});
after(() => t.close());

const DOOR =
  /(?:\b(GET|POST|PUT|PATCH|DELETE|HEAD)\s+)?(?<![\w.:}\]])(\/(?:api|auth|tiles|ogc|uploads|health|metrics|parcels|communes|search|sitemaps|desk)\b[^\s`'"·|,;)]*)/g;
/** An address with an example for each part that stands for many; `/api/batches…` is the address and more of it. */
const exampleOf = (door: string) =>
  door
    .split(/[?#]/, 1)[0]!
    .replace(/(\/?…|\.)$/, '')
    .replaceAll(/\{\w+\}|\$\w+/g, '1');

/** Names of problems, which are no addresses to be asked. */
const OTHERS = ['/api/docs#request.invalid'];

/** Methods of a door; of all below it where a page says `/…`. */
function methodsOf(door: string): readonly string[] {
  if (!door.endsWith('/…')) return t.app.methodsAt(exampleOf(door));
  const below = door.slice(0, -1).replaceAll(/\{(\w+)\}/g, ':$1');
  return t.app.routeTable.filter(({ url }) => url.startsWith(below)).map(({ method }) => method);
}

function doorsOf(file: string): { method: string | undefined; door: string }[] {
  return readDoc(file)
    .split('\n')
    .flatMap((line) => (/^\s*(!?\[|- \[)/.test(line) ? [] : [...line.matchAll(DOOR)]))
    .map(([, method, door]) => ({ method, door: door! }))
    .filter(({ door }) => !OTHERS.includes(door));
}

test('every address named in a page of the documentation is a door, and takes the method it is named with', () => {
  const wrong: string[] = [];
  for (const file of docFiles()) {
    for (const { method, door } of doorsOf(file)) {
      const methods = methodsOf(door);
      if (methods.length === 0 || (method && !methods.includes(method)))
        wrong.push(`${file}: ${method ?? ''} ${door} (${methods.join() || 'no door'})`);
    }
  }
  assert.deepEqual(wrong, []);
  assert.ok(doorsOf('docs/api.md').length > 40);
});
