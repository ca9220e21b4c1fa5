import type { FastifyInstance, FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';

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

/** Paths of texts that hold NUL, which JSON and URLs can carry and PostgreSQL's text cannot. */
function nulErrors(value: unknown, path = ''): { keyword: string; instancePath: string; message: string }[] {
  if (typeof value === 'string') {
    return value.includes('\0') ? [{ keyword: 'nul', instancePath: path, message: 'must not contain NUL' }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => nulErrors(part, `${path}/${key}`));
}

const compile: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const check = Compile(schema);
  return (value: unknown) => {
    const read = httpPart === 'body' ? value : readWholeNumbers(schema as Described, value);
    const errors = check.Check(read) ? nulErrors(read) : check.Errors(read);
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
