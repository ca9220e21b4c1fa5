/**
 * A new kind of dealing on one parcel: its files, each as small as it may be and not done, and its line in every table of kinds.
 * Its test fails until it is written; docs/how-to.md says what each file is for.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../check/run-tool.ts';
import * as frame from './dealing-frames.ts';
import { newMigration } from './new-migration.ts';
import { NewRefused } from './new-refused.ts';

/** Where a line is put: before the first line that contains this. */
interface Entry {
  readonly file: string;
  readonly before: string;
  readonly line: string;
}

const USAGE = 'npm run new -- dealing boundary_adjustment "Điều chỉnh ranh giới" "Adjustment of a boundary"';

function entriesOf(name: frame.DealingName): Entry[] {
  const { kind, dashed, constant, type, vi, en } = name;
  return [
    {
      file: 'server/domain/dealing/dealing-kind.ts',
      before: "  reversal: { about: 'parcel'",
      line: `  ${kind}: { about: 'parcel', targets: [1, 1] },`,
    },
    {
      file: 'server/domain/dealing/payload/payloads.ts',
      before: "import { HolderCorrectionPayload } from './holder.ts';",
      line: `import { ${type}Payload } from './${dashed}.ts';`,
    },
    {
      file: 'server/domain/dealing/payload/payloads.ts',
      before: '  reversal: ReversalPayload,',
      line: `  ${kind}: ${type}Payload,`,
    },
    {
      file: 'server/registry/dealing/all-dealing-kinds.ts',
      before: "import { IMPORT_PROMOTION } from './promotion/import-promotion.ts';",
      line: `import { ${constant} } from './${dashed}/register-${dashed}.ts';`,
    },
    {
      file: 'server/registry/dealing/all-dealing-kinds.ts',
      before: '  reversal: REVERSAL,',
      line: `  ${kind}: ${constant},`,
    },
    {
      file: 'web/desk/dealing/payload-lines.ts',
      before: "    case 'reversal': {",
      line: `    case '${kind}':\n      return [paper(payload as PayloadOf<'${kind}'>, 'says.document')];`,
    },
    ...(['vi', 'en'] as const).map((language) => ({
      file: `web/i18n/${language}/desk-deal.ts`,
      before: "  'kind.term_extension':",
      line: `  'kind.${kind}': ${frame.quoted(language === 'vi' ? vi : en)},`,
    })),
  ];
}

/** What a file is once these lines are in it; refuses where it is not as this command knows it. */
function withLines(root: string, file: string, entries: readonly Entry[]): string {
  return entries.reduce(
    (text, { before, line }) => {
      const at = text.indexOf(before);
      if (at < 0) throw new NewRefused(`${file} has no line ${JSON.stringify(before)} any more: put it in by hand.`);
      return `${text.slice(0, at)}${line}\n${text.slice(at)}`;
    },
    readFileSync(join(root, file), 'utf8'),
  );
}

function nameOf(words: readonly string[]): frame.DealingName {
  const [kind = '', vi = '', en = '', ...more] = words;
  if (!/^[a-z]+(_[a-z]+)*$/.test(kind) || kind.length > 40 || more.length > 0)
    throw new NewRefused(`Name the kind in small letters, and say it in both languages: ${USAGE}`);
  if (vi.trim() === '' || en.trim() === '') throw new NewRefused(`Say what it is called in both languages: ${USAGE}`);
  return frame.dealingName(kind, vi.trim(), en.trim());
}

/** Writes the files and lines, or none of them; what it then tells is how to go on. */
export function newDealing(words: readonly string[], root: string = ROOT, now: Date = new Date()): string[] {
  const name = nameOf(words);
  const files = frame.dealingFiles(name);
  const kinds = readFileSync(join(root, 'server/domain/dealing/dealing-kind.ts'), 'utf8');
  const taken = Object.keys(files).find((file) => existsSync(join(root, file)));
  if (taken !== undefined || new RegExp(`^  ${name.kind}:`, 'm').test(kinds))
    throw new NewRefused(`There is a kind ${name.kind} already${taken ? ` (${taken})` : ''}.`);
  const entries = Map.groupBy(entriesOf(name), ({ file }) => file);
  // All is worked out before the first file is written.
  const changed = [...entries].map(([file, lines]) => [file, withLines(root, file, lines)] as const);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text, { flag: 'wx' });
  }
  for (const [file, text] of changed) writeFileSync(join(root, file), text);
  const [migration = ''] = newMigration(`add ${name.kind}`, join(root, 'migrations'), now, frame.migrationOf(name));
  return [
    migration,
    ...Object.keys(files),
    ...entries.keys(),
    'Put the lines in order: node_modules/.bin/biome check --write server web. Then write what the kind does, in the order of docs/how-to.md:',
    'npm test -- officer/dealing fails until its test is written; npm run db:dump and npm run docs:tests at the end.',
  ];
}
