import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PageFiles } from '../pages/page-frame.ts';

interface ManifestEntry {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
  readonly assets?: readonly string[];
}

/** Styles of an entry and of what it imports; each once, in order. */
function stylesOf(manifest: Readonly<Record<string, ManifestEntry>>, name: string, seen = new Set<string>()): string[] {
  const entry = manifest[name];
  if (!entry || seen.has(name)) return [];
  seen.add(name);
  return [...(entry.imports ?? []).flatMap((other) => stylesOf(manifest, other, seen)), ...(entry.css ?? [])];
}

/** The fonts of body text, which every page needs at once; the rest comes when a page asks for it. */
const FONTS_AT_ONCE = /be-vietnam-pro-(latin|vietnamese)-400-normal.*\.woff2$/;

/**
 * Reads where the build put the files of the pages (Vite's manifest). Undefined where nothing is built: pages then come
 * without style and map, and say so.
 */
export function findPageFiles(webDist: string, source: string): PageFiles | undefined {
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
  const fonts = Object.values(manifest)
    .flatMap((made) => [made.file, ...(made.assets ?? [])])
    .filter((file) => FONTS_AT_ONCE.test(file));
  return {
    script: `/${entry.file}`,
    styles: [...new Set(stylesOf(manifest, source))].map((file) => `/${file}`),
    fonts: [...new Set(fonts)].map((file) => `/${file}`),
  };
}
