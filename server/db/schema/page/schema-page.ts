import type { DatabaseFunction, Relation, SchemaDescription } from './describe-schema.ts';

const cell = (text: string): string => text.replaceAll('\n', ' ').replaceAll('|', '\\|');
const code = (text: string): string => `\`${text}\``;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^PRIMARY KEY /, 'Primary key'],
  [/^UNIQUE /, 'Unique'],
  [/^FOREIGN KEY /, 'Refers'],
  [/^EXCLUDE /, 'Excludes'],
  [/^CHECK /, 'Check'],
];

/** `FOREIGN KEY (a) REFERENCES b(c)` as `Refers: (a) → b(c)`. */
function constraintLine(definition: string): string {
  const [start, name] = KINDS.find(([pattern]) => pattern.test(definition)) ?? [/^/, 'Also'];
  return `- ${name}: ${code(definition.replace(start, '').replace(' REFERENCES ', ' → '))}`;
}

function accessLines(relation: Relation): string[] {
  const { grants, policies, row_security } = relation;
  const who = grants.map(({ role, rights }) => `${code(role)} ${rights}`).join('; ');
  const rows = policies.map(({ name, command, roles }) => {
    const whose = roles.length === 0 ? 'everybody' : roles.map(code).join(', ');
    return `${code(name)} (${command}, ${whose})`;
  });
  return [
    `- Who: ${who === '' ? 'nobody but the owner and its functions' : who}`,
    ...(row_security ? [`- Rows by policy: ${rows.join('; ')}`] : []),
    ...(relation.triggers.length > 0
      ? [`- Guarded by: ${relation.triggers.map((name) => code(`${name}()`)).join(', ')}`]
      : []),
  ];
}

function relationSection(relation: Relation): string {
  const { schema, name, view, comment, columns, constraints } = relation;
  return [
    `### ${schema}.${name}${view ? ' (view)' : ''}`,
    comment ?? '',
    table(
      ['column', 'type', 'may be null', 'what it is'],
      columns.map((one) => [code(one.name), one.type, view ? '' : one.required ? 'no' : 'yes', one.comment ?? '']),
    ),
    [...constraints.map(constraintLine), ...accessLines(relation)].join('\n'),
  ].join('\n\n');
}

function functionRow({ schema, name, arguments: args, result, comment, roles }: DatabaseFunction): string[] {
  const what = result === 'trigger' ? 'trigger' : result;
  return [code(`${schema}.${name}(${args})`), what, comment ?? '', roles.map(code).join(', ')];
}

/** The whole schema as a page. The first line says which migrations and functions it was made from. */
export function schemaPage({ schemas, relations, functions }: SchemaDescription, digest: string): string {
  const sections = schemas.flatMap(({ name, comment, roles }) => {
    const own = functions.filter((one) => one.schema === name);
    return [
      `## ${name}`,
      `${comment ?? ''}. Entered by ${roles.map(code).join(', ') || 'its owner alone'}.`,
      ...relations.filter((one) => one.schema === name).map(relationSection),
      ...(own.length > 0
        ? [`### Functions of ${name}`, table(['function', 'gives', 'what it does', 'called by'], own.map(functionRow))]
        : []),
    ];
  });
  return `${[
    `<!-- migrations-digest: sha256:${digest} -->`,
    '# The schema of the database',
    'Made by `npm run db:dump` from the comments in the database; to change a sentence, change it there (a migration, or the file of a function). `diaba_migrator` ' +
      'owns everything but the portal’s views; roles are told in [operations.md](operations.md). `migrations/schema.sql` has the same in SQL.',
    schemas.map(({ name, comment }) => `- [${name}](#${name}): ${comment ?? ''}`).join('\n'),
    ...sections,
  ].join('\n\n')}\n`;
}
