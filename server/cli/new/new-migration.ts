import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listMigrations, MIGRATIONS } from '../../db/schema/list-migrations.ts';
import { NewRefused } from './new-refused.ts';

const MOST_CHARACTERS = 60;

/** YYYYMMDDhhmmss, UTC. */
const stampOf = (moment: Date): string => moment.toISOString().replace(/\D/g, '').slice(0, 14);

const momentOf = (stamp: string): Date =>
  new Date(stamp.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6Z'));

/** Migrations run in the order of their names, so a new one is never dated before the last, whatever the clock says. */
function nextStamp(folder: string, now: Date): string {
  const last = listMigrations(folder).at(-1)?.slice(0, 14);
  if (last === undefined || stampOf(now) > last) return stampOf(now);
  return stampOf(new Date(momentOf(last).getTime() + 1000));
}

function verbObject(words: string): string {
  const plain = words.trim();
  const name = plain
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  if (!/^[\p{ASCII}]*$/u.test(plain) || !/^[a-z]+(_[a-z0-9]+)+$/.test(name)) {
    throw new NewRefused(
      'Say in two or more plain English words what it does: npm run new -- migration "add fee to dealing"',
    );
  }
  if (name.length > MOST_CHARACTERS) throw new NewRefused(`Say it shorter: ${MOST_CHARACTERS} characters at most.`);
  return name;
}

const frame = (words: string): string => `-- ${words.trim().replace(/^./, (first) => first.toUpperCase())}.
--
-- Above: why, with the article of law or the measurement it rests on. Below, for each table: the table, comments on it and
-- on every column, its indexes, its triggers, row level security with its policies, and grants by name
-- (20261130000400_create_dealings.sql shows one). Functions are files in functions/<schema>/, whether new or changed.

`;

/** Writes the file, with statements where they are known; what it then tells is how to go on. */
export function newMigration(
  words: string,
  folder: string = MIGRATIONS,
  now: Date = new Date(),
  statements = '',
): string[] {
  const name = `${nextStamp(folder, now)}_${verbObject(words)}.sql`;
  // Never over a file that is there.
  writeFileSync(join(folder, name), frame(words) + statements, { flag: 'wx' });
  return [
    `migrations/${name}`,
    'Write it, try it with npm test -- db/schema, then: npm run db:dump (schema.sql, digests.txt, docs/schema.md), and commit these together.',
  ];
}
