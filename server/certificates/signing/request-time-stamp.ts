/** Asks a time-stamping authority (RFC 3161 over HTTP) for a token over a signature, and believes only one that is of it. */
import { createHash, randomBytes } from 'node:crypto';
import { Integer, OctetString } from 'asn1js';
import { AlgorithmIdentifier, MessageImprint, PKIStatus, TimeStampReq, TimeStampResp } from 'pkijs';
import { Problem } from '../../domain/problem/problem.ts';
import type { TrustAnchor } from '../../verifier/chains-to.ts';
import { readTimeStamp } from '../../verifier/check-time-stamp.ts';

const SHA_256 = '2.16.840.1.101.3.4.2.1';
const LONGEST_MS = 10_000;
const MOST_BYTES = 65_536;
/** How far the authority's clock may be from ours. */
const MOST_APART_MS = 300_000;

const whole = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;
const away = (cause: unknown) =>
  new Problem('paper.time_stamp_unavailable', {
    retryAfter: 60,
    cause: cause instanceof Error ? cause : new Error(String(cause)),
  });

function question(signature: Buffer, nonce: Buffer): Uint8Array<ArrayBuffer> {
  const digest = createHash('sha256').update(signature).digest();
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA_256 }),
      hashedMessage: new OctetString({ valueHex: whole(digest) }),
    }),
    nonce: new Integer({ valueHex: whole(nonce) }),
    certReq: true,
  });
  return new Uint8Array(request.toSchema().toBER());
}

async function ask(url: string, body: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  const reply = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(LONGEST_MS),
  });
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of reply.body ?? []) {
    size += piece.length;
    if (size > MOST_BYTES) throw new Error('the time-stamping authority answers too much');
    pieces.push(piece);
  }
  if (!reply.ok) throw new Error(`the time-stamping authority answers ${reply.status}`);
  return whole(Buffer.concat(pieces));
}

/** DER of the token; where anchors are named, of an authority that one of them vouches for. Whatever goes wrong with the authority is one problem: paper.time_stamp_unavailable. */
export async function requestTimeStamp(
  url: string,
  anchors: readonly TrustAnchor[],
  signature: Buffer,
): Promise<Buffer> {
  try {
    const nonce = randomBytes(16);
    // Positive and without a leading zero, so that it is written as it is.
    nonce[0] = (nonce[0]! & 0x3f) | 0x40;
    const { status, timeStampToken } = TimeStampResp.fromBER(await ask(url, question(signature, nonce)));
    if ((status.status !== PKIStatus.granted && status.status !== PKIStatus.grantedWithMods) || !timeStampToken)
      throw new Error(`the time-stamping authority refuses (status ${status.status})`);
    const token = new Uint8Array(timeStampToken.toSchema().toBER());
    const stamp = await readTimeStamp(token, Uint8Array.from(signature), anchors);
    if (!stamp) throw new Error('the time-stamping authority answers with a token that is not of this signature');
    if (anchors.length > 0 && !stamp.vouched)
      throw new Error('nobody in TSA_TRUST vouches for the time-stamping authority');
    if (stamp.nonce !== nonce.toString('hex')) throw new Error('the time stamp answers another question');
    if (Math.abs(stamp.at.getTime() - Date.now()) > MOST_APART_MS)
      throw new Error(`the time-stamping authority's clock says ${stamp.at.toISOString()}`);
    return Buffer.from(token);
  } catch (error) {
    throw away(error);
  }
}
