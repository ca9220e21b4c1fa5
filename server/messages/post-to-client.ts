import { type LookupAddress, lookup } from 'node:dns';
import { type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import type { SendOutcome } from '../domain/request/outgoing-message.ts';

const ANSWER_MS = 10_000;
/** Of an answer only its status counts; what comes with it is read so far, that its sender is not broken off. */
const LONGEST_ANSWER = 64 * 1024;

/** Addresses that are not of the public internet (IANA special-purpose registries): machines beside ours may listen there. */
const INSIDE = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  INSIDE.addSubnet(net, bits, 'ipv4');
// All but global unicast, and of that what carries another address within itself.
const OUTSIDE6 = new BlockList();
OUTSIDE6.addSubnet('2000::', 3, 'ipv6');
const WITHIN6 = new BlockList();
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const)
  WITHIN6.addSubnet(net, bits, 'ipv6');

/** Whether an address (as text) is of this machine or its neighbours, or may lead to one. */
export function isInside(address: string): boolean {
  if (isIP(address) === 4) return INSIDE.check(address, 'ipv4');
  return isIP(address) !== 6 || !OUTSIDE6.check(address, 'ipv6') || WITHIN6.check(address, 'ipv6');
}

class ClosedAddress extends Error {
  readonly code = 'ADDRESS_CLOSED';
}

/** Finds the address that is connected to and judges that one, so that a name cannot lead elsewhere the second time it is asked for. */
export const lookUpOutside: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
    if (error) return done(error, '', 0);
    if (found.length === 0 || found.some(({ address }) => isInside(address))) return done(new ClosedAddress(), '', 0);
    if (options.all) return done(null, found);
    return done(null, found[0]!.address, found[0]!.family);
  });
};

export type PostToClient = (
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
) => Promise<SendOutcome>;

/**
 * Calls an address that a stranger named: https alone, no address inside, no redirect, ten seconds. With `inside` an office may let
 * its own machines be called. A call without an answer is worth another: its id is the same.
 */
export function openPost(inside: boolean): PostToClient {
  return async (text, body, headers) => {
    const url = new URL(text);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const closed = url.protocol !== 'https:' || (isIP(host) !== 0 && isInside(host));
    if (!inside && closed) return { kind: 'never', error: 'hook_address_closed' };
    try {
      const status = await call(url, body, headers, inside);
      if (status >= 200 && status < 300) return { kind: 'sent' };
      return { kind: status === 410 ? 'never' : 'later', error: `hook_${status}` };
    } catch (error) {
      const { code, name } = error as NodeJS.ErrnoException;
      if (code === 'ADDRESS_CLOSED') return { kind: 'never', error: 'hook_address_closed' };
      return { kind: 'later', error: `hook_${(code ?? name).toLowerCase().replace(/[^a-z0-9]+/g, '_')}` };
    }
  };
}

function call(url: URL, body: string, headers: Readonly<Record<string, string>>, inside: boolean): Promise<number> {
  const request = url.protocol === 'https:' ? requestSecure : requestPlain;
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(ANSWER_MS);
    const sent = request(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      agent: false,
      signal,
      maxHeaderSize: 16 * 1024,
      ...(inside ? {} : { lookup: lookUpOutside }),
    });
    sent.on('error', reject);
    sent.on('response', (answer: IncomingMessage) => {
      resolve(answer.statusCode ?? 0);
      let left = LONGEST_ANSWER;
      answer.on('error', () => undefined);
      answer.on('data', (part: Buffer) => {
        left -= part.length;
        if (left < 0) answer.destroy();
      });
    });
    sent.end(body);
  });
}
