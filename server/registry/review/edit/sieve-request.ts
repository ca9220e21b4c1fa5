import { maskIdentityNumbers } from '../../../domain/identity-number/mask-identity-numbers.ts';

/** Keys under which a person writes freely; ids and codes stand under others. */
const FREE = ['reason', 'note'] as const;

/** What a person sent with a step, every free text of it through the sieve for identity numbers: before it is kept. */
export function sieveRequest<Body>(body: Body): Body {
  if (typeof body !== 'object' || body === null) return body;
  const sieved = { ...body } as Record<string, unknown>;
  for (const key of FREE) {
    if (typeof sieved[key] === 'string') sieved[key] = maskIdentityNumbers(sieved[key]);
  }
  if (sieved.field === 'address' && typeof sieved.value === 'string') sieved.value = maskIdentityNumbers(sieved.value);
  if ('edit' in sieved) sieved.edit = sieveRequest(sieved.edit);
  return sieved as Body;
}
