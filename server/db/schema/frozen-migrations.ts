/** What was merged is not edited any more: `migrations/digests.txt` has the digest of every migration and of what it loads. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listMigrations, MIGRATIONS } from './list-migrations.ts';

/** Lines as sha256sum writes them: `sha256sum -c digests.txt` in migrations/ says the same as we do. */
const LIST = 'digests.txt';
const LINE = /^([0-9a-f]{64}) {2}(\S+)$/;

/** Migrations and their data, relative to `migrations/`. Functions are no history: they are edited. */
function listFrozen(folder: string): string[] {
  const data = join(folder, 'data');
  return [
    ...(existsSync(data) ? readdirSync(data).sort() : []).map((name) => `data/${name}`),
    ...listMigrations(folder),
  ];
}

const digestOf = (folder: string, file: string): string =>
  createHash('sha256')
    .update(readFileSync(join(folder, file)))
    .digest('hex');

function readList(folder: string): { file: string; sha256: string }[] {
  const path = join(folder, LIST);
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [, sha256, file] = LINE.exec(line) ?? [];
      if (sha256 === undefined || file === undefined) throw new Error(`migrations/${LIST}: not a line of it: ${line}`);
      return { file, sha256 };
    });
}

/** What is wrong, each with the way out: a listed file that changed or is gone, one that is not listed, a function in a migration. */
export function findEditedMigrations(folder: string = MIGRATIONS): string[] {
  const frozen = listFrozen(folder);
  const list = readList(folder);
  const listed = new Set(list.map(({ file }) => file));
  return [
    ...list
      .filter(({ file, sha256 }) => !frozen.includes(file) || digestOf(folder, file) !== sha256)
      .map(
        ({ file }) =>
          `migrations/${file} is merged and was ${frozen.includes(file) ? 'edited' : 'removed'}: put it back and write a new migration; ` +
          `where it was never on the main branch, take its line out of migrations/${LIST} and run npm run db:dump`,
      ),
    ...frozen
      .filter((file) => !listed.has(file))
      .map((file) => `migrations/${file} is not in migrations/${LIST}: npm run db:dump`),
    ...listMigrations(folder)
      .filter((file) =>
        /^\s*create (or replace )?(function|procedure)\b/im.test(readFileSync(join(folder, file), 'utf8')),
      )
      .map((file) => `migrations/${file} makes a function: it belongs into migrations/functions/<schema>/<name>.sql`),
  ];
}

/** Adds what is not listed yet. A line that is there is never changed: that is what the list is for. */
export function listNewMigrations(folder: string = MIGRATIONS): string[] {
  const list = readList(folder);
  const added = listFrozen(folder).filter((file) => !list.some((line) => line.file === file));
  const lines = [...list, ...added.map((file) => ({ file, sha256: digestOf(folder, file) }))];
  writeFileSync(join(folder, LIST), lines.map(({ file, sha256 }) => `${sha256}  ${file}\n`).join(''));
  return added;
}
