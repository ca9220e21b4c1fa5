/** npm run admin -- VERB: what an operator asks of the registry from its own machine. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { BackupError } from '../backup/backup-error.ts';
import { ConfigError, readConfig } from '../config.ts';
import { communesOf } from '../domain/actor.ts';
import { PAPER_KINDS, type PaperKind } from '../domain/paper.ts';
import { ROLES, rolesOf } from '../domain/role.ts';
import { ensureIdentityKeys } from '../embedded/identity/identity-keys.ts';
import { ensureIdentitySchema } from '../embedded/identity/identity-schema.ts';
import { MINTED_MINUTES, mintToken } from '../embedded/identity/mint-token.ts';
import { createCheckpointSigner } from '../registry/audit/checkpoint-signer.ts';
import { verifyAudit } from '../registry/audit/verify-audit.ts';
import { BACKUP_HELP, BACKUP_VERBS, BackupUsage } from './admin/backup-verbs.ts';
import { ADMIN_CLIENT, identitySettings } from './start/identity-settings.ts';
import { openRegistry } from './start/open-registry.ts';
import { failPlainly } from './start/plain-message.ts';
import { runPapers } from './start/run-papers.ts';

const LOGINS = ['migrator', 'app', 'portal', 'tiles'] as const;
type Login = (typeof LOGINS)[number];

const HELP = `npm run admin -- VERB

  database-url [--role ${LOGINS.join('|')}]   the address of the database for a role (default migrator), embedded too
  token --role ROLE [--communes CODE,…|*]     a bearer token of ${MINTED_MINUTES} minutes; embedded identity only. ROLE: ${ROLES.join(', ')}
  verify-audit [--checkpoint FILE]…            computes the audit tree again and names the first position that does not fit; FILE is
                                               a checkpoint kept elsewhere (GET /api/audit/checkpoint). Exit 2 where something does not fit
  papers --commune CODE --out FILE.zip [--kind ${PAPER_KINDS.join('|')}]
                                               a paper of every parcel of a commune, signed, in one zip with a table of them; the same
                                               command again goes on where it ended, and makes none twice
${BACKUP_HELP}

The embedded database stops with the last command that uses it: the address leads somewhere only while npm start (or
another command of ours) is running.`;

class UsageError extends Error {}

async function printDatabaseUrl(role: string): Promise<void> {
  if (!LOGINS.includes(role as Login)) throw new UsageError(`--role needs one of ${LOGINS.join(', ')}`);
  const registry = await openRegistry(readConfig(process.env));
  try {
    console.log(registry.urls[role as Login]);
  } finally {
    await registry.release();
  }
}

/** Written to standard output alone, so that it can be put into a variable. */
async function printToken(role: string, communes: string): Promise<void> {
  const roles = rolesOf([role]);
  if (roles.length === 0) throw new UsageError(`--role needs one of ${ROLES.join(', ')}`);
  const listed = communesOf(communes.split(','));
  if (communes !== '' && listed !== '*' && listed.length !== communes.split(',').length)
    throw new UsageError('--communes needs codes of 5 digits, separated by commas, or *');
  const config = readConfig(process.env);
  if (config.keycloak)
    throw new ConfigError('KEYCLOAK_URL', 'tokens are Keycloak’s to make; ask it for one with a service client');
  const registry = await openRegistry(config);
  const pool = new pg.Pool({ connectionString: registry.urls.migrator, max: 1 });
  try {
    await ensureIdentitySchema(pool);
    const publicUrl = config.publicUrl ?? `http://${config.host}:${config.port}`;
    const { issuer, audience } = identitySettings(config, registry, publicUrl);
    const keys = await ensureIdentityKeys(pool);
    console.log(await mintToken(keys, { issuer, audience, clientId: ADMIN_CLIENT, roles, communes: listed }));
  } finally {
    await pool.end();
    await registry.release();
  }
}

async function printAuditVerdict(files: readonly string[]): Promise<void> {
  const notes = files.map((file) => readFileSync(file, 'utf8'));
  const registry = await openRegistry(readConfig(process.env));
  const pool = new pg.Pool({ connectionString: registry.urls.app, max: 1 });
  try {
    const found = await verifyAudit(pool, createCheckpointSigner(registry.personalDataKey), notes);
    console.log(`${found.entries} entries, ${found.checkpoints} checkpoints`);
    if (found.fault) {
      const { kind, position, seq } = found.fault;
      console.log(`DOES NOT FIT: ${kind} at position ${position}${seq === undefined ? '' : ` (entry ${seq})`}`);
      process.exitCode = 2;
    } else console.log('Every entry is as it was sealed.');
  } finally {
    await pool.end();
    await registry.release();
  }
}

async function makePapers(commune: string, out: string, kind: string): Promise<void> {
  if (!/^\d{5}$/.test(commune)) throw new UsageError('--commune needs a code of 5 digits');
  if (!out.endsWith('.zip')) throw new UsageError('--out needs the name of a file that ends in .zip');
  const known = PAPER_KINDS.find((one): one is PaperKind => one === kind);
  if (!known) throw new UsageError(`--kind needs one of ${PAPER_KINDS.join(', ')}`);
  await runPapers(readConfig(process.env), { communeCode: commune, kind: known, out });
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      role: { type: 'string' },
      communes: { type: 'string' },
      checkpoint: { type: 'string', multiple: true },
      commune: { type: 'string' },
      kind: { type: 'string' },
      out: { type: 'string' },
      to: { type: 'string', multiple: true },
      key: { type: 'string', multiple: true },
      'passphrase-file': { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help || positionals.length === 0) {
    console.log(HELP);
    return;
  }
  const [verb, ...rest] = positionals;
  const ofBackups = Object.hasOwn(BACKUP_VERBS, verb!) ? BACKUP_VERBS[verb!] : undefined;
  if (ofBackups) {
    const [file, ...more] = rest;
    if (file === undefined || more.length > 0) throw new UsageError(`${verb} needs one FILE`);
    return ofBackups(file, values);
  }
  if (rest.length > 0) throw new UsageError(`unknown: ${positionals.join(' ')}`);
  if (verb === 'database-url') await printDatabaseUrl(values.role ?? 'migrator');
  else if (verb === 'token') await printToken(values.role ?? '', values.communes ?? '');
  else if (verb === 'verify-audit') await printAuditVerdict(values.checkpoint ?? []);
  else if (verb === 'papers') await makePapers(values.commune ?? '', values.out ?? '', values.kind ?? 'map_extract');
  else throw new UsageError(`unknown: ${positionals.join(' ')}`);
}

try {
  await main();
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  const misused = error instanceof UsageError || error instanceof BackupUsage || code?.startsWith('ERR_PARSE_ARGS');
  if (misused) console.error(`${message}\n\n${HELP}`);
  else failPlainly(error);
  process.exitCode = error instanceof BackupError && error.code === 'backup.damaged' ? 2 : 1;
}
