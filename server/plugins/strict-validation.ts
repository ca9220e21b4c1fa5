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

const compile: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const check = Compile(schema);
  return (value: unknown) => {
    const read = httpPart === 'body' ? value : readWholeNumbers(schema as Described, value);
    return check.Check(read) ? { value: read } : { error: [...check.Errors(read)] as never };
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
