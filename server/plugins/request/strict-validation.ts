import type { FastifyInstance, FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Errors } from 'typebox/schema';
import { nearestBranch } from '../reply/nearest-branch.ts';

/** A whole number as a URL carries it: no sign, no spaces, no exponent, no hexadecimal. */
const WHOLE = /^(0|[1-9]\d{0,14})$/;

interface Described {
  readonly properties?: Readonly<Record<string, { readonly type?: unknown } | undefined>>;
}

/** URL parts are text; where the schema wants an integer and the text is one, it becomes one. Nothing else changes. */
function readWholeNumbers(schema: Described, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => {
      const wanted = Object.hasOwn(schema.properties ?? {}, key) ? schema.properties?.[key]?.type : undefined;
      return [key, wanted === 'integer' && typeof part === 'string' && WHOLE.test(part) ? Number(part) : part];
    }),
  );
}

interface TextError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly message: string;
}

/** Paths of texts that JSON and URLs can carry and PostgreSQL cannot: with NUL, or with one half of a character. */
function textErrors(value: unknown, path = ''): TextError[] {
  if (typeof value === 'string') {
    if (value.includes('\0')) return [{ keyword: 'nul', instancePath: path, message: 'must not contain NUL' }];
    if (value.isWellFormed()) return [];
    return [{ keyword: 'surrogate', instancePath: path, message: 'must not contain an unpaired surrogate' }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => textErrors(part, `${path}/${key}`));
}

/** What is wrong with a value that does not fit. */
const misfits = (schema: TSchema, value: unknown) => Errors(nearestBranch(schema, value), value)[1];

const compile: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const check = Compile(schema);
  return (value: unknown) => {
    const read = httpPart === 'body' ? value : readWholeNumbers(schema as Described, value);
    const errors = check.Check(read) ? textErrors(read) : misfits(schema, read);
    return errors.length === 0 ? { value: read } : { error: [...errors] as never };
  };
};

/**
 * Input is what the schema says or it is refused. Fastify's own validator drops unknown properties and turns "7" into 7
 * and 7 into "7" in silence, which a command to a register must not do.
 */
export function useStrictValidation(app: FastifyInstance): void {
  app.setValidatorCompiler(compile);
  // Otherwise text/plain reaches a handler unchecked, whatever its schema says.
  app.removeContentTypeParser('text/plain');
}
