import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Addresses of one island's files, as the build named them. */
export interface Island {
  readonly script: string;
  readonly styles: readonly string[];
}

interface ManifestEntry {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

/** Styles of an entry and of what it imports; each once, in order. */
function stylesOf(manifest: Readonly<Record<string, ManifestEntry>>, name: string, seen = new Set<string>()): string[] {
  const entry = manifest[name];
  if (!entry || seen.has(name)) return [];
  seen.add(name);
  return [...(entry.imports ?? []).flatMap((other) => stylesOf(manifest, other, seen)), ...(entry.css ?? [])];
}

/**
 * Reads where the build put an island (Vite's manifest). Undefined where nothing is built: the page then comes without
 * its map, and says so.
 */
export function findIsland(webDist: string, source: string): Island | undefined {
  let text: string;
  try {
    text = readFileSync(join(webDist, '.vite', 'manifest.json'), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const manifest = JSON.parse(text) as Readonly<Record<string, ManifestEntry>>;
  const entry = manifest[source];
  if (!entry) return undefined;
  return { script: `/${entry.file}`, styles: [...new Set(stylesOf(manifest, source))].map((file) => `/${file}`) };
}
