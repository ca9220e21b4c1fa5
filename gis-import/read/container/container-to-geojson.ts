/** From a GeoPackage, a GML file or a zipped File Geodatabase to GeoJSON in the file's own system: attributes and corners as they are. */
import { stat, writeFile } from 'node:fs/promises';
import { FileRefused } from '../../../server/domain/finding/finding.ts';
import { maskIdentityNumbers } from '../../../server/domain/identity-number/mask-identity-numbers.ts';
import { type Dataset, type Gdal, type LayerInfo, openGdal } from './open-gdal.ts';

export type ContainerFormat = 'gpkg' | 'gml' | 'gdb';

/** By which of GDAL's drivers each is read; a file that another one takes for its own is not what its name says. */
const DRIVERS: Readonly<Record<ContainerFormat, string>> = { gpkg: 'GPKG', gml: 'GML', gdb: 'OpenFileGDB' };

export interface ContainerRead {
  /** Number of its records. */
  readonly records: number;
  /** Layers with shapes of no use here, or without any, that were left where they are. */
  readonly ignored: number;
}

/** GeoJSON takes the place of the file in memory some four times over. */
const MOST_BYTES = 200 << 20;
/** Decimals: of metres a tenth of a micrometre, of degrees the same on the ground. */
const DECIMALS = 12;
const LONGEST_COMPLAINT = 160;

const hasAreas = ({ geometryFields }: LayerInfo): boolean =>
  geometryFields.some(({ type }) => /polygon|surface|unknown|geometry|collection/i.test(type));
const hasShapes = ({ geometryFields }: LayerInfo): boolean => geometryFields.length > 0;

/** The one layer that is meant. Throws file.no_layer, file.several_layers. */
function chooseLayer(layers: readonly LayerInfo[], shapes: 'polygons' | 'any'): LayerInfo {
  const fit = layers.filter(shapes === 'any' ? hasShapes : hasAreas);
  const filled = fit.filter(({ featureCount }) => featureCount !== 0);
  const meant = filled.length > 0 ? filled : fit;
  const [only] = meant;
  if (!only) throw new FileRefused('file.no_layer', { layers: layers.length });
  if (meant.length > 1)
    throw new FileRefused('file.several_layers', {
      layers: meant.length,
      names: meant
        .slice(0, 5)
        .map(({ name }) => maskIdentityNumbers(name.slice(0, 60)))
        .join(', '),
    });
  return only;
}

/** Writes the layer that is meant to `to`. Throws FileRefused where the file is to blame. */
export async function containerToGeoJson(
  path: string,
  format: ContainerFormat,
  to: string,
  shapes: 'polygons' | 'any',
): Promise<ContainerRead> {
  const { size } = await stat(path);
  if (size > MOST_BYTES) throw new FileRefused('file.too_large', { bytes: size, limitBytes: MOST_BYTES });
  const complaints: string[] = [];
  const gdal = await openGdal((text) => {
    if (/^ERROR/.test(text)) complaints.push(text);
  });
  const damaged = (cause?: unknown) =>
    new FileRefused(
      'file.container_damaged',
      { format, problem: maskIdentityNumbers((complaints[0] ?? '').slice(0, LONGEST_COMPLAINT)) },
      { cause },
    );
  const dataset = await openOne(gdal, path).catch((error: unknown) => {
    throw damaged(error);
  });
  if (!dataset || dataset.info.driverShortName !== DRIVERS[format]) throw damaged();
  const layers = dataset.info.layers ?? [];
  try {
    if (layers.length === 0 || complaints.length > 0) throw damaged();
    const layer = chooseLayer(layers, shapes);
    const made = await gdal.ogr2ogr(dataset, [
      '-f',
      'GeoJSON',
      '-lco',
      'RFC7946=NO',
      '-lco',
      `COORDINATE_PRECISION=${DECIMALS}`,
      layer.name,
    ]);
    await writeFile(to, await gdal.getFileBytes(made), { mode: 0o600 });
    // What it could not read it says, and goes on: half a file is none.
    if (complaints.length > 0) throw damaged();
    return { records: layer.featureCount, ignored: layers.length - 1 };
  } catch (error) {
    if (error instanceof FileRefused || (error as NodeJS.ErrnoException).code !== undefined) throw error;
    throw damaged(error);
  } finally {
    await gdal.close(dataset);
  }
}

async function openOne(gdal: Gdal, path: string): Promise<Dataset | undefined> {
  const { datasets } = await gdal.open(path);
  return datasets[0];
}
