/** Which tests reach which verbs, and by how many steps: by import, through a door, through another verb. */
import { listSources } from '../list-sources.ts';
import { askedDoors } from './asked-doors.ts';
import { isStage, readSource, type Source } from './read-source.ts';

export interface Reached {
  readonly test: string;
  /** What was gone through: doors as `door id`, declarations by name. Empty where the test calls the verb itself. */
  readonly way: readonly string[];
}

const keyOf = (file: string, name: string) => `${file}#${name}`;

interface Spot {
  readonly file: string;
  readonly name: string;
  readonly way: readonly string[];
}

export interface Sources {
  readonly all: ReadonlyMap<string, Source>;
  /** File that answers at a door. */
  readonly doors: ReadonlyMap<string, string>;
}

export function readSources(root: string): Sources {
  // The rest cannot lead to a verb: rooms beneath the registry, and what runs in a browser.
  const files = new Set(
    listSources(root).filter(
      (file) => file.endsWith('.test.ts') || /^(server\/(?!db\/|domain\/|pages\/)|gis-import\/)/.test(file),
    ),
  );
  const all = new Map([...files].map((file) => [file, readSource(root, file, (one) => files.has(one))]));
  const doors = new Map(
    [...all.values()].flatMap(({ file, doors: of }) => [...of.keys()].map((id) => [id, file] as const)),
  );
  return { all, doors };
}

/** What a declaration leads to. `words` and `members` are those of the test and of what it was built on. */
function* onward(
  { all, doors }: Sources,
  spot: Spot,
  words: ReadonlySet<string>,
): Generator<Omit<Spot, 'way'> & { through: string }> {
  const source = all.get(spot.file);
  const declared = source?.declared.get(spot.name);
  if (!source || !declared) return;
  for (const name of declared.uses) {
    const from = source.imports.get(name);
    if (!from) {
      if (name !== spot.name && source.declared.has(name)) yield { file: spot.file, name, through: name };
    } else if (from.name !== '*') yield { file: from.file, name: from.name, through: from.name };
    else for (const member of declared.members) yield { file: from.file, name: member, through: member };
  }
  if (isStage(spot.file)) {
    for (const member of declared.members)
      if (source.declared.has(`.${member}`)) yield { file: spot.file, name: `.${member}`, through: member };
    for (const address of declared.addresses)
      for (const id of askedDoors(address, words))
        if (doors.has(id)) yield { file: doors.get(id)!, name: `door ${id}`, through: `door ${id}` };
    if (declared.members.has('execPath'))
      for (const started of source.started) yield { file: started, name: '', through: started };
  }
}

/** Nearest way from a test to each verb. */
export function reachFrom(sources: Sources, test: string): Map<string, Reached> {
  const found = new Map<string, Reached>();
  const source = sources.all.get(test)!;
  const seen = new Set<string>();
  /** Names after a dot in the test, and in the members of stages that were gone into. */
  const said = new Set([...source.declared.values()].flatMap(({ members }) => [...members]));
  const stages = new Set<string>();
  let front: Spot[] = [...source.declared.keys()].map((name) => ({ file: test, name, way: [] }));
  while (front.length > 0) {
    const next: Spot[] = [];
    for (const spot of front) {
      const key = keyOf(spot.file, spot.name);
      if (seen.has(key)) continue;
      seen.add(key);
      if (!isStage(spot.file)) found.set(key, { test, way: spot.way.slice(0, -1) });
      else {
        for (const member of sources.all.get(spot.file)?.declared.get(spot.name)?.members ?? []) said.add(member);
        stages.add(spot.file);
      }
      for (const { file, name, through } of onward(sources, spot, source.words)) {
        // Within a file nothing is gone through.
        const steps = isStage(file) || (file === spot.file && name !== '') ? spot.way : [...spot.way, through];
        if (!seen.has(keyOf(file, name))) next.push({ file, name, way: steps });
      }
    }
    // Members of a stage are gone into where something says their name.
    for (const stage of stages)
      for (const name of sources.all.get(stage)?.declared.keys() ?? [])
        if (name.startsWith('.') && said.has(name.slice(1)) && !seen.has(keyOf(stage, name)))
          next.push({ file: stage, name, way: [] });
    front = next;
  }
  return found;
}
