/**
 * GDAL as WebAssembly (gdal3.js): reads the formats that are databases or dialects of their own. It runs inside the parser child, under that child's limits;
 * its machine sees no network and no file but those that are put before it.
 */
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

/** As much of the library as is used. */
export interface Gdal {
  open(path: string): Promise<{ readonly datasets: readonly Dataset[]; readonly errors: readonly unknown[] }>;
  ogr2ogr(dataset: Dataset, options: readonly string[], name?: string): Promise<{ readonly local: string }>;
  getFileBytes(made: { readonly local: string }): Promise<Uint8Array>;
  close(dataset: Dataset): Promise<void>;
}

export interface Dataset {
  readonly info: {
    readonly driverShortName: string;
    readonly layers?: readonly LayerInfo[];
  };
}

export interface LayerInfo {
  readonly name: string;
  readonly geometryFields: readonly { readonly type: string }[];
  readonly featureCount: number;
}

interface GdalOptions {
  /** Folder of its program, below the working folder. */
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
  logHandler(text: string): void;
  errorHandler(text: string): void;
}

/** What a GML file may name elsewhere is not looked for; nothing is written beside a source. */
const SETTINGS = {
  GML_SKIP_RESOLVE_ELEMS: 'ALL',
  GML_DOWNLOAD_SCHEMA: 'NO',
  GDAL_PAM_ENABLED: 'NO',
  OGR_SQLITE_JOURNAL: 'OFF',
} as const;

const require = createRequire(import.meta.url);

/** `complain` hears what it says went wrong. */
export async function openGdal(complain: (text: string) => void): Promise<Gdal> {
  const start = require('gdal3.js/node') as (options: GdalOptions) => Promise<Gdal>;
  const program = join(dirname(require.resolve('gdal3.js/node')), 'dist', 'package');
  return start({
    path: relative(process.cwd(), program),
    env: SETTINGS,
    logHandler: () => {},
    errorHandler: complain,
  });
}
