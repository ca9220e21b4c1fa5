import type { TSchema } from 'typebox';

/** The parts of JSON Schema of which the bodies of our contracts are made. */
interface Described {
  readonly anyOf?: readonly Described[];
  readonly type?: unknown;
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly required?: readonly string[];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Properties whose one allowed value tells the branches of a union apart. */
const marks = ({ properties = {} }: Described): [name: string, value: unknown][] =>
  Object.entries(properties).flatMap(([name, schema]) => (schema.const === undefined ? [] : [[name, schema.const]]));

/** How far a value is from a branch: sent but not known counts before missing. */
function distance({ properties = {}, required = [] }: Described, value: Readonly<Record<string, unknown>>): number {
  const unknown = Object.keys(value).filter((name) => !Object.hasOwn(properties, name));
  const missing = required.filter((name) => !Object.hasOwn(value, name));
  return unknown.length * 1000 + missing.length;
}

/** Where a value bears none of the marks of any branch, what it could bear. */
function markOnly(branches: readonly Described[]): Described | undefined {
  const names = new Set(branches.map((branch) => marks(branch)[0]?.[0]));
  const [name] = names;
  if (names.size !== 1 || name === undefined) return undefined;
  const known = { enum: branches.map((branch) => branch.properties?.[name]?.const) };
  return { type: 'object', required: [name], properties: { [name]: known as Described } };
}

function nearestOf(branches: readonly Described[], value: unknown): Described | undefined {
  const objects = branches.filter(({ properties }) => properties !== undefined);
  if (!isRecord(value) || objects.length < branches.length) return undefined;
  const marked = objects.filter((branch) => marks(branch).every(([name, mark]) => value[name] === mark));
  if (marked.length === 0) return markOnly(objects);
  return marked.toSorted((a, b) => distance(a, value) - distance(b, value))[0];
}

function narrow(schema: Described, value: unknown): Described {
  if (schema.anyOf) {
    const nearest = nearestOf(schema.anyOf, value);
    return nearest ? narrow(nearest, value) : schema;
  }
  if (!schema.properties || !isRecord(value)) return schema;
  const properties = Object.entries(schema.properties).map(([name, part]) => [name, narrow(part, value[name])]);
  return { ...schema, properties: Object.fromEntries(properties) };
}

/**
 * A schema without its unions of objects: in place of each the branch that the value comes nearest to. What is then
 * wrong with the value is about what the sender meant, not about every other thing that could have been sent.
 * Unions inside arrays stay whole.
 */
export const nearestBranch = (schema: TSchema, value: unknown): TSchema =>
  narrow(schema as Described, value) as TSchema;
