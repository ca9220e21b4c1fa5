/** The description of the doors, for programs and for people, and the files of the pages. */
import Type from 'typebox';
import { defineContract } from './contract.ts';

export const getOpenApi = defineContract({
  id: 'getOpenApi',
  path: '/api/openapi.json',
  tag: 'description',
  summary: 'This description, OpenAPI 3.1',
  reply: Type.Object({ openapi: Type.String() }, { additionalProperties: true }),
  maxAge: 300,
});

export const getApiDocs = defineContract({
  id: 'getApiDocs',
  path: '/api/docs',
  tag: 'description',
  summary: 'The same description as a page to read',
  reply: Type.String(),
  media: 'text/html',
  maxAge: null,
});

export const getAsset = defineContract({
  id: 'getAsset',
  path: '/assets/*',
  tag: 'pages',
  summary: 'Scripts, styles and fonts of the pages; names carry a digest of the content',
  params: Type.Object({ '*': Type.String() }),
  reply: Type.String({ format: 'binary' }),
  media: 'application/octet-stream',
  otherReplies: { 304: { description: 'Not changed since the reply with this ETag' } },
  maxAge: 31_536_000,
});
