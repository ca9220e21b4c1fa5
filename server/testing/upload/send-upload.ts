/** A plain tus client over fetch, for tests: each request by itself, so that each can go wrong. */
import { createHash } from 'node:crypto';
import { COMMUNE } from '../import/open-import.ts';

export interface Sender {
  readonly base: string;
  readonly headers: Readonly<Record<string, string>>;
}

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Pairs of key and base64, as tus writes them. */
export const metadataOf = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',');

/** What a sheet of the test commune says of itself. */
export const sheetMetadata = (bytes: Buffer, more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  filename: 'to12.zip',
  commune: COMMUNE,
  scale: '1000',
  sha256: sha256(bytes),
  ...more,
});

const TUS = { 'tus-resumable': '1.0.0' };
const BYTES = { 'content-type': 'application/offset+octet-stream' };

/** One request to the doors of uploads. */
export function ask(
  { base, headers }: Sender,
  method: string,
  path: string,
  more: Readonly<Record<string, string>> = {},
  body?: Buffer,
): Promise<Response> {
  return fetch(path.startsWith('http') ? path : `${base}${path}`, {
    method,
    headers: { ...TUS, ...headers, ...more },
    ...(body ? { body: new Uint8Array(body) } : {}),
  });
}

export const begin = (
  sender: Sender,
  length: number | null,
  metadata: Readonly<Record<string, string>>,
  bytes?: Buffer,
): Promise<Response> =>
  ask(
    sender,
    'POST',
    '/uploads',
    {
      ...(length === null ? { 'upload-defer-length': '1' } : { 'upload-length': String(length) }),
      'upload-metadata': metadataOf(metadata),
      ...(bytes ? BYTES : {}),
    },
    bytes,
  );

export const send = (
  sender: Sender,
  path: string,
  offset: number,
  bytes: Buffer,
  more: Readonly<Record<string, string>> = {},
): Promise<Response> => ask(sender, 'PATCH', path, { ...BYTES, 'upload-offset': String(offset), ...more }, bytes);

/** Begins an upload and gives its address; throws what was refused. */
export async function beginAt(
  sender: Sender,
  length: number | null,
  metadata: Record<string, string>,
): Promise<string> {
  const reply = await begin(sender, length, metadata);
  if (reply.status !== 201) throw new Error(`${reply.status} ${await reply.text()}`);
  return reply.headers.get('location')!;
}

/** Sends a whole file in two requests; the batch it became. */
export async function sendWhole(sender: Sender, bytes: Buffer, metadata = sheetMetadata(bytes)): Promise<string> {
  const path = await beginAt(sender, bytes.length, metadata);
  const reply = await send(sender, path, 0, bytes);
  if (reply.status !== 204) throw new Error(`${reply.status} ${await reply.text()}`);
  return reply.headers.get('diaba-batch')!;
}
