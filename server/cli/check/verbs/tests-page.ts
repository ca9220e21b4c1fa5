/** `docs/tests.md`: which tests hold each verb of the registry. Made from the sources; a verb that no test reaches is a fault. */
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { ALL_CONTRACTS } from '../../../domain/contract/all-contracts.ts';
import { openApiPath } from '../../../domain/contract/openapi.ts';
import { ROOT } from '../run-tool.ts';
import { type Reached, reachFrom, readSources } from './reach-verbs.ts';

export const TESTS_PAGE = 'docs/tests.md';
const ROOM = 'server/registry/';
/** Tests named for a verb; that there are more is said. */
const NAMED = 3;

export interface HeldVerb {
  readonly file: string;
  readonly name: string;
  /** Those that are nearest, the most telling first. Empty: nobody holds it. */
  readonly tests: readonly Reached[];
}

/** Tests that go the whole way through a browser pass a verb on their way to something else. */
const ofBrowser = (test: string) => test.startsWith('web/');

const wordsOf = (path: string) =>
  path
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 3);

/** How many words of the verb the path of the test has too; one beside the verb is the most telling. */
function likeness(file: string, test: string): number {
  if (test === file.replace(/\.ts$/, '.test.ts')) return Number.POSITIVE_INFINITY;
  const stems = new Set(wordsOf(test).map((word) => word.slice(0, 5)));
  return wordsOf(file.slice(ROOM.length)).filter((word) => stems.has(word.slice(0, 5))).length;
}

/** Every verb with the tests that reach it by the fewest steps. */
export function findHeldVerbs(root: string): HeldVerb[] {
  const sources = readSources(root);
  const reached = new Map<string, Reached[]>();
  /** Of two tests the one that reaches less says more about it. */
  const breadth = new Map<string, number>();
  for (const test of sources.all.keys()) {
    if (!test.endsWith('.test.ts')) continue;
    const found = reachFrom(sources, test);
    breadth.set(test, found.size);
    for (const [verb, way] of found) reached.set(verb, [...(reached.get(verb) ?? []), way]);
  }
  return [...sources.all.values()]
    .filter(({ file }) => file.startsWith(ROOM) && !file.endsWith('.test.ts'))
    .flatMap(({ file, verbs }) =>
      verbs.map((name) => {
        const all = reached.get(`${file}#${name}`) ?? [];
        const nearest = Math.min(...all.map(({ way }) => way.length));
        const tests = all
          .filter(({ way }) => way.length === nearest)
          .sort(
            (a, b) =>
              Number(ofBrowser(a.test)) - Number(ofBrowser(b.test)) ||
              likeness(file, b.test) - likeness(file, a.test) ||
              breadth.get(a.test)! - breadth.get(b.test)! ||
              a.test.localeCompare(b.test),
          );
        return { file, name, tests };
      }),
    );
}

const link = (file: string) => `[${file.replace(/^.*\//, '')}](${relative(dirname(TESTS_PAGE), file)})`;

function wayOf(way: readonly string[]): string {
  return way
    .map((step) => {
      const contract = ALL_CONTRACTS.find(({ id }) => step === `door ${id}`);
      return contract ? `\`${contract.method} ${openApiPath(contract.path)}\`` : `\`${step}\``;
    })
    .join(' → ');
}

const testsOf = ({ tests }: HeldVerb): string =>
  tests
    .slice(0, NAMED)
    .map(({ test }) => link(test))
    .join(', ') + (tests.length > NAMED ? ' and others' : '');

/** A line for the verbs of one file that the same tests hold in the same way. */
function line(verbs: readonly HeldVerb[]): string {
  const [first] = verbs;
  const names = verbs.map(({ name }) => `\`${name}\``).join(', ');
  const way = wayOf(first!.tests[0]?.way ?? []);
  return `- ${link(first!.file)}: ${names} — ${testsOf(first!)}${way && `, by ${way}`}`;
}

const HEAD = `# Which test holds which verb

Made by \`npm run docs:tests\` from the sources, and held by \`npm run check\`: whoever changes a verb finds here what must stay green, and a verb that no test
reaches is refused. Named are the tests that reach it by the fewest steps: by calling it, by asking the door that answers with it, by calling what is built on
it; what was gone through stands behind \`by\`.
`;

export function tellHeldVerbs(verbs: readonly HeldVerb[]): string {
  const folders = Map.groupBy(verbs, ({ file }) => dirname(file));
  const parts = [...folders]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([folder, held]) => {
      const lines = Map.groupBy(held, (verb) => `${verb.file} ${testsOf(verb)} ${wayOf(verb.tests[0]?.way ?? [])}`);
      return `## ${folder}\n\n${[...lines.values()].map(line).join('\n')}\n`;
    });
  return [HEAD, ...parts].join('\n');
}

/** Verbs without a test, and whether the page is what the sources say. */
export function findUntestedVerbs(root: string = ROOT): string[] {
  const verbs = findHeldVerbs(root);
  const untested = verbs
    .filter(({ tests }) => tests.length === 0)
    .map(({ file, name }) => `${file}: no test reaches ${name}`);
  if (verbs.length === 0) return ['no verb was found in server/registry'];
  const page = readFileSync(join(root, TESTS_PAGE), 'utf8');
  return page === tellHeldVerbs(verbs)
    ? untested
    : [...untested, `${TESTS_PAGE} is older than the sources: npm run docs:tests`];
}
