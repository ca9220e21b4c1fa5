import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { listSources, ROOMS } from './list-sources.ts';
import { ROOT, runTool } from './run-tool.ts';

interface Cruise {
  readonly modules: readonly { readonly source: string; readonly dependencies: readonly unknown[] }[];
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

/** One breach of `.dependency-cruiser.cjs`. */
export interface Breach {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

async function cruise(root: string): Promise<Cruise> {
  const rooms = ROOMS.filter((room) => existsSync(join(root, room)));
  const args = [...rooms, '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
  const { stdout, stderr } = await runTool('dependency-cruiser/bin/dependency-cruiser.mjs', args, root);
  if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser failed: ${stderr || stdout}`);
  return JSON.parse(stdout) as Cruise;
}

/** Every breach of the import law. Throws when the tool was blind: it did not see each file and what files import. */
export async function findBreaches(root: string = ROOT): Promise<Breach[]> {
  const { modules, summary } = await cruise(root);
  const seen = new Set(modules.map((module) => module.source));
  const unseen = listSources(root).filter((file) => !seen.has(file));
  if (unseen.length > 0)
    throw new Error(`The import law did not see ${unseen.length} files: ${unseen.slice(0, 5).join(', ')}`);
  if (!modules.some((module) => module.source.endsWith('.ts') && module.dependencies.length > 0)) {
    throw new Error('The import law saw no import at all: does dependency-cruiser know this TypeScript?');
  }
  return summary.violations.map(({ from, to, rule }) => ({ rule: rule.name, from, to }));
}
