import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { MIGRATIONS } from './list-migrations.ts';

/** One function of the database: `migrations/functions/<schema>/[subject/]<name>.sql`. */
export interface FunctionFile {
  /** `schema.name`; there are no two functions of one name. */
  readonly name: string;
  readonly schema: string;
  /** Relative to `migrations/`, for messages. */
  readonly file: string;
  readonly sql: string;
  readonly sha256: Buffer;
  /** Only made for the migrations that still name it, and dropped when they are through. */
  readonly retired: boolean;
}

const CREATES = /^create (?:or replace )?(?:function|procedure|table|view|trigger|policy|type|index)\b.*$/gim;

/** Every file under `functions/`; one that would be passed over, or holds anything but its function, is an error. */
export function readFunctionFiles(folder: string = MIGRATIONS): FunctionFile[] {
  const root = join(folder, 'functions');
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'README.md')
    .map((entry) => readFunctionFile(folder, relative(folder, join(entry.parentPath, entry.name)).split(sep)))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  const names = new Set<string>();
  for (const { name, file } of files) {
    if (names.has(name)) throw new Error(`migrations/${file}: there is another file for ${name}`);
    names.add(name);
  }
  return files;
}

function readFunctionFile(folder: string, path: readonly string[]): FunctionFile {
  const file = path.join('/');
  const retired = path[1] === 'retired';
  const [schema, ...rest] = path.slice(retired ? 2 : 1);
  const name = /^([a-z_0-9]+)\.sql$/.exec(rest.at(-1) ?? '')?.[1];
  if (schema === undefined || name === undefined) {
    throw new Error(`migrations/${file}: a function stands in functions/<schema>/<name>.sql`);
  }
  const text = readFileSync(join(folder, ...path));
  const sql = text.toString('utf8');
  const made = sql.match(CREATES) ?? [];
  const its = `create or replace function ${schema}.${name}(`;
  if (made.length !== 1 || !made[0].startsWith(its)) {
    throw new Error(`migrations/${file}: it must create one thing, by "${its}…"`);
  }
  return {
    name: `${schema}.${name}`,
    schema,
    file,
    sql,
    sha256: createHash('sha256').update(text).digest(),
    retired,
  };
}
