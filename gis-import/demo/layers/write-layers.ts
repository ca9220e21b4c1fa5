/** Writes fictional layers as their keepers would hand them over. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transformer } from '../../../server/domain/crs.ts';
import { encodeText } from '../../../server/domain/encoding/codec.ts';
import type { LayerFacts } from '../../../server/domain/layer/layer-facts.ts';
import { prjText } from '../../../server/domain/prj-text.ts';
import type { Position } from '../district.ts';
import { writeShapefile } from '../file/write-shapefile.ts';
import { zipFiles } from '../file/zip-files.ts';
import type { DemoFeature, DemoLayer, DemoShape } from './draw-layers.ts';

export interface WrittenLayer {
  readonly path: string;
  readonly name: string;
  readonly facts: LayerFacts;
}

const SRID = 9214;
const TEXT_BYTES = 80;

/** One zip of a shapefile: text in TCVN3, numbers as numbers. */
function shapefile({ facts, features }: DemoLayer): Promise<Buffer> {
  const names = Object.keys(features[0]!.properties);
  const isNumber = (name: string) => typeof features[0]!.properties[name] === 'number';
  const { shp, shx, dbf } = writeShapefile({
    fields: names.map((name) => ({
      name,
      type: isNumber(name) ? 'N' : 'C',
      length: isNumber(name) ? 12 : TEXT_BYTES,
      decimals: 0,
    })),
    rows: features.map(({ shape, properties }) => ({
      rings: shape.kind === 'area' ? shape.rings : null,
      cells: names.map((name) => {
        const value = properties[name]!;
        return typeof value === 'number' ? value : encodeText(value, 'tcvn3');
      }),
    })),
  });
  const parts = { shp, shx, dbf, prj: Buffer.from(prjText(SRID)) };
  return zipFiles(Object.entries(parts).map(([ending, bytes]) => ({ name: `${facts.code}.${ending}`, bytes })));
}

/** [longitude, latitude]; nine decimals are a tenth of a millimetre. */
function geometryOf(shape: DemoShape): { type: string; coordinates: unknown } {
  const toWgs84 = transformer(SRID, 4326);
  const degrees = (at: Position) => toWgs84(at).map((value) => Math.round(value * 1e9) / 1e9);
  if (shape.kind === 'point') return { type: 'Point', coordinates: degrees(shape.at) };
  if (shape.kind === 'line') return { type: 'LineString', coordinates: shape.line.map(degrees) };
  return { type: 'Polygon', coordinates: shape.rings.map((ring) => [...ring, ring[0]!].map(degrees)) };
}

function geoJson({ features }: DemoLayer): string {
  const each = ({ shape, properties }: DemoFeature) => ({ type: 'Feature', properties, geometry: geometryOf(shape) });
  return `${JSON.stringify({ type: 'FeatureCollection', features: features.map(each) })}\n`;
}

/** Writes each layer into `dir`, made if missing. Same layers, same bytes. */
export async function writeLayers(layers: readonly DemoLayer[], dir: string): Promise<WrittenLayer[]> {
  await mkdir(dir, { recursive: true });
  const written: WrittenLayer[] = [];
  for (const layer of layers) {
    const isZip = layer.format === 'shapefile';
    const name = `${layer.facts.code}.${isZip ? 'zip' : 'geojson'}`;
    const path = join(dir, name);
    await writeFile(path, isZip ? await shapefile(layer) : geoJson(layer));
    written.push({ path, name, facts: layer.facts });
  }
  return written;
}
