/** Pictures of papers: the latest version of every kind as the desk shows it, by invented facts. */
import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { TEMPLATE_SHELF } from '../../certificates/versions/template-shelf.ts';
import { renderTemplateVersion } from '../../certificates/versions/template-versions.ts';
import { PAPER_KINDS } from '../../domain/paper.ts';

const run = promisify(execFile);
const DPI = 100;

/** Writes a picture of each page into the folder; tells their names and how many bytes they are. Needs pdftoppm (poppler-utils). */
export async function takePapers(into: string): Promise<{ names: string[]; bytes: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'diaba-pictures-'));
  const names: string[] = [];
  let bytes = 0;
  try {
    for (const kind of PAPER_KINDS) {
      const path = join(folder, `paper-${kind}`);
      await writeFile(
        `${path}.pdf`,
        await renderTemplateVersion(TEMPLATE_SHELF, kind, TEMPLATE_SHELF[kind].at(-1)!.version),
      );
      await run('pdftoppm', ['-r', String(DPI), '-gray', '-png', `${path}.pdf`, path]);
    }
    const pages = (await readdir(folder)).filter((name) => name.endsWith('.png')).sort();
    for (const page of pages) {
      // A kind of one page is named without its number.
      const alone = !pages.includes(page.replace('-1.png', '-2.png')) && page.endsWith('-1.png');
      const name = alone ? page.replace('-1.png', '.png') : page;
      await copyFile(join(folder, page), join(into, name));
      bytes += (await stat(join(into, name))).size;
      names.push(name);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  return { names, bytes };
}
