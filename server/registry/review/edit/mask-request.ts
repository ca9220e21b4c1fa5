import { maskIdentityNumbers } from '../../../domain/identity-number/mask-identity-numbers.ts';

/** Keys under which a person writes freely; ids and codes stand under others. */
const FREE = ['reason', 'note'] as const;

/** What a person sent with a step, identity numbers in its free texts masked, before it is stored. */
export function maskRequest<Body>(body: Body): Body {
  if (typeof body !== 'object' || body === null) return body;
  const masked = { ...body } as Record<string, unknown>;
  for (const key of FREE) {
    if (typeof masked[key] === 'string') masked[key] = maskIdentityNumbers(masked[key]);
  }
  if (masked.field === 'address' && typeof masked.value === 'string') masked.value = maskIdentityNumbers(masked.value);
  if ('edit' in masked) masked.edit = maskRequest(masked.edit);
  return masked as Body;
}
