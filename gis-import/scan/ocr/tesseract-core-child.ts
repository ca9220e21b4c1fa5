/** The process in which tesseract-core reads one picture. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';

export interface CoreJob {
  readonly path: string;
  readonly dpi: number;
}
export interface CoreReply {
  readonly tsv: string;
}

/** As much of the library as is used; it brings no types. */
interface Core {
  readonly FS: { writeFile(path: string, bytes: Uint8Array): void };
  readonly TessBaseAPI: new () => {
    Init(folder: string | null, language: string): number;
    SetPageSegMode(mode: number): void;
    SetVariable(name: string, value: string): void;
    SetImageFile(orientation: number, angle: number): number;
    Recognize(monitor: null): number;
    GetTSVText(page: number): string;
    End(): void;
  };
}

const require = createRequire(import.meta.url);
const AUTOMATIC_LAYOUT = 3;

async function read({ path, dpi }: CoreJob): Promise<string> {
  const open = require('tesseract.js-core/tesseract-core-simd-lstm') as (options: object) => Promise<Core>;
  const core = await open({});
  const model = require.resolve('@tesseract.js-data/vie/4.0.0_best_int/vie.traineddata.gz');
  core.FS.writeFile('vie.traineddata', gunzipSync(await readFile(model)));
  core.FS.writeFile('/input', await readFile(path));
  const api = new core.TessBaseAPI();
  if (api.Init(null, 'vie') !== 0) throw new Error('the model could not be opened');
  api.SetPageSegMode(AUTOMATIC_LAYOUT);
  api.SetVariable('user_defined_dpi', String(dpi));
  if (api.SetImageFile(1, 0) === 1) throw new Error('the picture could not be opened');
  api.Recognize(null);
  const tsv = api.GetTSVText(0);
  api.End();
  return tsv;
}

process.once('message', (job: CoreJob) => {
  read(job)
    .then((tsv) => process.send?.({ tsv } satisfies CoreReply))
    .catch((error: unknown) => {
      process.exitCode = 1;
      console.error(String(error));
    })
    .finally(() => process.disconnect?.());
});
process.once('disconnect', () => process.exit(process.exitCode ?? 0));
