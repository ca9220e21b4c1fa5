import type { RequestAsked } from '../contract/portal/portal-requests.ts';
import { judgeIdentityNumber } from '../identity-number/judge-identity-number.ts';
import type { FieldError } from '../problem/problem.ts';
import { REQUESTER_NUMBER } from './paper-request.ts';

/** What no single field can tell: a number of the other kind of requester, or one that nobody has; post without an address. */
export function checkRequest({
  kind: paper,
  blocks = [],
  certificateSerial,
  requester,
  delivery,
}: Pick<RequestAsked, 'kind' | 'blocks' | 'certificateSerial' | 'requester' | 'delivery'>): FieldError[] {
  const errors: FieldError[] = [];
  if (paper !== 'land_information' && blocks.length > 0)
    errors.push({ field: 'blocks', message: `a ${paper} has none` });
  if (paper !== 'certificate' && certificateSerial !== undefined)
    errors.push({ field: 'certificateSerial', message: 'is asked only for a copy of a certificate' });
  const { kind, identityNumber } = requester;
  if (!new RegExp(REQUESTER_NUMBER[kind]).test(identityNumber)) {
    errors.push({ field: 'requester.identityNumber', message: `is not a number of a ${kind}` });
  } else if (isFiller(kind, identityNumber)) {
    errors.push({ field: 'requester.identityNumber', message: 'is nobody’s number' });
  }
  if (delivery.way === 'post' && delivery.address === undefined)
    errors.push({ field: 'delivery.address', message: 'post needs an address' });
  if (delivery.way === 'download' && (delivery.copies !== undefined || delivery.address !== undefined))
    errors.push({ field: 'delivery', message: 'what is downloaded has neither copies nor an address' });
  return errors;
}

/** Whether digits were written where there was no number (123456789012). */
export const isFiller = (kind: RequestAsked['requester']['kind'], number: string): boolean =>
  kind === 'person' && judgeIdentityNumber(number, { provinces: new Set(), year: 0 }) === 'filler';
