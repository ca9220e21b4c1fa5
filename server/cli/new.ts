/** npm run new -- KIND WORDS…: new files with their frame, where they belong. */
import { parseArgs } from 'node:util';
import { newDealing } from './new/new-dealing.ts';
import { newMigration } from './new/new-migration.ts';
import { NewRefused } from './new/new-refused.ts';

interface Kind {
  readonly usage: string;
  /** Makes the files and answers with what to tell: their paths, what to do next. */
  make(words: readonly string[]): string[];
}

const KINDS: Readonly<Record<string, Kind>> = {
  migration: {
    usage: 'migration "add fee to dealing"   a dated file in migrations/, for a change of tables',
    make: (words) => newMigration(words.join(' ')),
  },
  dealing: {
    usage:
      'dealing boundary_adjustment "Điều chỉnh ranh giới" "Adjustment of a boundary"   a kind of dealing on a parcel',
    make: (words) => newDealing(words),
  },
};

const HELP = `npm run new -- KIND WORDS

${Object.values(KINDS)
  .map(({ usage }) => `  ${usage}`)
  .join('\n')}`;

try {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean' } } });
  const [name = '', ...words] = positionals;
  if (values.help) console.log(HELP);
  else if (!Object.hasOwn(KINDS, name)) throw new NewRefused(`There is no kind ${JSON.stringify(name)}.\n\n${HELP}`);
  else console.log(KINDS[name]!.make(words).join('\n'));
} catch (error) {
  const usage = error instanceof NewRefused || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  console.error(usage ? (error as Error).message : error);
  process.exitCode = 1;
}
