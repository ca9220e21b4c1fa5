import { FileRefused } from '../../server/domain/finding/finding.ts';
import { digestFile, digestParts } from './digest-source.ts';
import { openLoose } from './open-loose.ts';
import type { ShapefilePaths } from './opened-source.ts';

/** The digest by which a given file is recognised, taken without parsing a byte of it. */
export interface GivenDigest {
  readonly sha256: string;
  /** The parts of a loose shapefile; null when the file stands alone. */
  readonly parts: ShapefilePaths | null;
}

/** As `OpenedSource.sha256`. An incomplete loose set is recognised by the file that was named. */
export async function digestGiven(path: string): Promise<GivenDigest> {
  if (!/\.(?:shp|dbf|shx)$/i.test(path)) return { sha256: await digestFile(path), parts: null };
  try {
    const { parts } = await openLoose(path);
    if (parts.dbf === undefined) return { sha256: await digestFile(path), parts: null };
    return { sha256: await digestParts(parts), parts };
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return { sha256: await digestFile(path), parts: null };
  }
}
