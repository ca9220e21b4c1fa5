/** npm run new -- KIND "what it does": a new file with its frame, where it belongs. */
import { parseArgs } from 'node:util';
import { newMigration } from './new/new-migration.ts';
import { NewRefused } from './new/new-refused.ts';

interface Kind {
  readonly usage: string;
  /** Makes the files and answers with what to tell: their paths, what to do next. */
  make(words: string): string[];
}

const KINDS: Readonly<Record<string, Kind>> = {
  migration: {
    usage: 'migration "add fee to dealing"   a dated file in migrations/, for a change of tables',
    make: (words) => newMigration(words),
  },
};

const HELP = `npm run new -- KIND "what it does"

${Object.values(KINDS)
  .map(({ usage }) => `  ${usage}`)
  .join('\n')}`;

try {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean' } } });
  const [name = '', ...words] = positionals;
  if (values.help) console.log(HELP);
  else if (!Object.hasOwn(KINDS, name)) throw new NewRefused(`There is no kind ${JSON.stringify(name)}.\n\n${HELP}`);
  else console.log(KINDS[name]!.make(words.join(' ')).join('\n'));
} catch (error) {
  const usage = error instanceof NewRefused || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  console.error(usage ? (error as Error).message : error);
  process.exitCode = 1;
}
