/** npm run admin -- VERB: what an operator asks of the registry from its own machine. */
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { openRegistry } from './open-registry.ts';
import { failPlainly } from './plain-message.ts';

const ROLES = ['migrator', 'app', 'portal', 'tiles'] as const;
type Role = (typeof ROLES)[number];

const HELP = `npm run admin -- VERB

  database-url [--role ${ROLES.join('|')}]   the address of the database for a role (default migrator), embedded too

The embedded database stops with the last command that uses it: the address leads somewhere only while npm start (or
another command of ours) is running.`;

class UsageError extends Error {}

async function printDatabaseUrl(role: string): Promise<void> {
  if (!ROLES.includes(role as Role)) throw new UsageError(`--role needs one of ${ROLES.join(', ')}`);
  const registry = await openRegistry(readConfig(process.env));
  try {
    console.log(registry.urls[role as Role]);
  } finally {
    await registry.release();
  }
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { role: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help || positionals.length === 0) {
    console.log(HELP);
    return;
  }
  const [verb, ...rest] = positionals;
  if (verb !== 'database-url' || rest.length > 0) throw new UsageError(`unknown: ${positionals.join(' ')}`);
  await printDatabaseUrl(values.role ?? 'migrator');
}

try {
  await main();
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  const misused = error instanceof UsageError || code?.startsWith('ERR_PARSE_ARGS');
  if (misused) console.error(`${message}\n\n${HELP}`);
  else failPlainly(error);
  process.exitCode = 1;
}
