/** Which doors an address of a test stands for, where parts of it are filled in when it runs. */
import { ALL_CONTRACTS } from '../../../domain/contract/all-contracts.ts';
import type { Contract } from '../../../domain/contract/contract.ts';

type Door = Pick<Contract, 'id' | 'method' | 'path'>;

/** How well a part of an address fits one of a path: 2 the same word, 1 a parameter, 0 not. */
function closeness(asked: string, part: string, words: ReadonlySet<string>): number {
  if (/[:*]/.test(part)) {
    const [, before = '', after = ''] = /^(.*?)(?::\w+|\*)(.*)$/.exec(part) ?? [];
    return asked !== '' && asked.startsWith(before) && (asked.endsWith(after) || asked.endsWith('*')) ? 1 : 0;
  }
  // What is filled in for a word must be among the words of the test.
  return asked === part ? 2 : asked === '*' && words.has(part) ? 1 : 0;
}

function fits(asked: readonly string[], parts: readonly string[], words: ReadonlySet<string>): number[] | null {
  // `/batches/${id}${rest}` goes on: each further part must be among the words of the test.
  const open = asked.at(-1)?.includes('**') === true;
  if (open ? parts.length < asked.length : parts.length !== asked.length && parts.at(-1) !== '*') return null;
  const found = parts.map((part, i) => closeness(asked[i] ?? '*', part, words));
  return found.includes(0) ? null : found;
}

/** Contracts at an address, those with the most exact words first among equals, as the router chooses. */
export function askedDoors(
  { path, method }: { readonly path: string; readonly method: string | null },
  words: ReadonlySet<string>,
  doors: readonly Door[] = ALL_CONTRACTS,
): string[] {
  const asked = path.split(/[?#]/, 1)[0]!.split('/');
  const found = doors.flatMap((door) => {
    const how = fits(asked, door.path.split('/'), words);
    return how === null ? [] : [{ door, how }];
  });
  const exact = found.filter(({ how }) => !found.some((other) => isNearer(other.how, how)));
  if (method !== null && method !== '*')
    return exact.filter(({ door }) => door.method === method).map(({ door }) => door.id);
  // Where the call does not say how it asks, it reads what can be read.
  const reads = method === null && exact.some(({ door }) => door.method === 'GET');
  return exact.filter(({ door }) => !reads || door.method === 'GET').map(({ door }) => door.id);
}

/** Whether one way to fit is more exact than another wherever they differ. */
const isNearer = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.some((n, i) => n > other[i]!) && one.every((n, i) => n >= other[i]!);
