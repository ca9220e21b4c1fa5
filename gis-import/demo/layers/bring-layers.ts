import { type ImportContext, importFile } from '../../pipeline.ts';
import type { WrittenLayer } from './write-layers.ts';

/** Brings each layer in through the import; again it changes nothing. `onLayer` hears its name and number of shapes. */
export async function bringLayers(
  context: ImportContext,
  layers: readonly WrittenLayer[],
  onLayer: (name: string, shapes: number) => void,
): Promise<void> {
  for (const { path, name, facts } of layers) {
    const options = {
      kind: 'layer',
      commune: null,
      at: null,
      srid: null,
      encoding: 'auto',
      profile: 'default',
      sheet: null,
      scale: null,
      layer: facts,
    } as const;
    const request = { path, name, options, excludeErrors: false, promote: true, again: false };
    const report = await importFile(context, request, () => {});
    if (report.status !== 'promoted')
      throw new Error(
        `demonstration layer ${name} is ${report.status}: ${report.findings.map(({ code }) => code).join(', ')}`,
      );
    onLayer(facts.title, report.counts.read);
  }
}
