import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { PageFiles } from '../pages/frame/page-frame.ts';

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

/** Reads where the build put the files of the pages (Vite's manifest). */
function readManifest(path: string, source: string): PageFiles | undefined {
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, ManifestEntry>>;
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

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';

/**
 * Tells where the files of the pages are now: a build under a running server gives them other names, so its manifest is
 * read again when it changed. Undefined where nothing is built: pages then come without style and map, and say so.
 * While a build is at work (no manifest, or half of one) the last names stay.
 */
export function openPageFiles(webDist: string, source: string): () => PageFiles | undefined {
  const path = join(webDist, '.vite', 'manifest.json');
  let known: PageFiles | undefined;
  let readAt = 0;
  return () => {
    try {
      const { mtimeMs } = statSync(path);
      if (mtimeMs === readAt) return known;
      known = readManifest(path, source);
      readAt = mtimeMs;
    } catch (error) {
      if (!isMissing(error) && !(error instanceof SyntaxError && readAt > 0)) throw error;
    }
    return known;
  };
}
