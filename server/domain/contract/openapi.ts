/** The OpenAPI 3.1 description, made from the contracts: what is checked is what is described. */
import { PROBLEM_STATUS, ProblemReply } from '../problem/problem.ts';
import { PROBLEM_TEXT } from '../problem/problem-text.ts';
import { type Contract, problemsOf } from './contract.ts';

type Json = Record<string, unknown>;

/** `/a/:b.mvt` as OpenAPI writes it: `/a/{b}.mvt`; a wildcard becomes a parameter called path. */
export function openApiPath(path: string): string {
  return path.replaceAll(/:(\w+)/g, '{$1}').replace('*', '{path}');
}

function parameters(contract: Contract): Json[] {
  const inPath = Object.entries(contract.params.properties).map(([name, schema]) => ({
    name: name === '*' ? 'path' : name,
    in: 'path',
    required: true,
    schema,
  }));
  const required = new Set<string>(contract.query.required ?? []);
  const inQuery = Object.entries(contract.query.properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.has(name),
    schema,
  }));
  return [
    ...inPath,
    ...inQuery,
    ...(contract.idempotencyKey ? [IDEMPOTENCY_KEY] : []),
    ...(contract.ifMatch ? [IF_MATCH] : []),
    ...headerParameters(contract),
  ];
}

function headerParameters({ headers }: Contract): Json[] {
  const required = new Set<string>(headers.required ?? []);
  return Object.entries(headers.properties).map(([name, schema]) => ({
    name,
    in: 'header',
    required: required.has(name),
    schema,
  }));
}

/** The reply when all went well. */
function goodReply({ media, alsoMedia, reply, replyHeaders }: Contract): Json {
  const headers = Object.entries(replyHeaders.properties).map(([name, schema]) => [name, { schema }]);
  const others = Object.fromEntries(alsoMedia.map((also) => [also, { schema: { type: 'string' } }]));
  return {
    description: 'OK',
    ...(headers.length > 0 ? { headers: Object.fromEntries(headers) } : {}),
    ...(media === '' ? {} : { content: { [media]: { schema: reply }, ...others } }),
  };
}

function requestBody({ body, bodyMedia, binaryBody, alsoTakes }: Contract): Json {
  if (binaryBody !== null) return { requestBody: { content: { [binaryBody]: {} } } };
  if (body === null) return {};
  const bytes = Object.fromEntries(alsoTakes.map((media) => [media, { schema: { type: 'string', format: 'binary' } }]));
  return { requestBody: { required: true, content: { [bodyMedia]: { schema: body }, ...bytes } } };
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'Made by the sender; the same key again returns the first answer',
  schema: { type: 'string', format: 'uuid' },
};

const IF_MATCH = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description: 'Version it was decided on, as the ETag gives it; another one by now is refused (412)',
  schema: { type: 'string', pattern: '^(\\*|"[1-9][0-9]{0,9}")$' },
};

/** Who may pass: any one of the listed pairs of scheme and role. */
const security = ({ right }: Contract): Json[] =>
  right === 'public' ? [] : right.roles.flatMap((role) => [{ session: [role] }, { bearer: [role] }]);

const SECURITY_SCHEMES = {
  bearer: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'Access token of the identity provider with our audience; roles in realm_access.roles',
  },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-sid',
    description:
      'Cookie of a sign-in at /auth/login (sid where the address is http). Writes must come from a page of this service',
  },
};

/** One reply per status, naming in words every code that can come with it. */
function problemReplies(contract: Contract): Json {
  const codes = problemsOf(contract);
  const replies: Json = {};
  for (const code of codes) {
    const status = String(PROBLEM_STATUS[code]);
    const others = codes.filter((other) => String(PROBLEM_STATUS[other]) === status);
    replies[status] = {
      description: others.map((other) => `${other}: ${PROBLEM_TEXT[other].en[0]}`).join('; '),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    };
  }
  return replies;
}

function operation(contract: Contract): Json {
  const content = { [contract.media]: { schema: contract.reply } };
  const others = Object.entries(contract.otherReplies).map(([status, reply]) => [
    status,
    { description: reply.description, ...(reply.sameBody ? { content } : {}) },
  ]);
  return {
    operationId: contract.id,
    tags: [contract.tag],
    summary: contract.summary,
    parameters: parameters(contract),
    security: security(contract),
    ...requestBody(contract),
    responses: { [contract.status]: goodReply(contract), ...problemReplies(contract), ...Object.fromEntries(others) },
  };
}

/** The whole description. `publicUrl` is the configured address, never one taken from a request. */
export function openApiOf(contracts: readonly Contract[], publicUrl: string): Json {
  const paths: Record<string, Json> = {};
  for (const contract of contracts) {
    const path = openApiPath(contract.path);
    paths[path] = { ...paths[path], [contract.method.toLowerCase()]: operation(contract) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Địa Bạ',
      version: '0.1.0',
      description:
        'Public look-up of registered parcels, map tiles and code lists of the land register; for its offices sign-in, uploads and the review of what they bring.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: publicUrl }],
    paths,
    components: { schemas: { Problem: ProblemReply }, securitySchemes: SECURITY_SCHEMES },
  };
}
