/** Papers that the register issues: their kinds, and the codes by which anyone checks them. */
import type { Role } from './role.ts';

/** Who has papers made. */
export const PAPER_MAKERS = ['officer', 'approver'] as const satisfies readonly Role[];

export const PAPER_KINDS = [
  'map_extract',
  'land_information',
  'parcel_history',
  'certificate',
  'receipt',
  'request_form',
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];
/** What a land information sheet may say, in its order. */
export const INFORMATION_BLOCKS = ['parcel', 'holders', 'certificates', 'burdens', 'history', 'map', 'layers'] as const;
export type InformationBlock = (typeof INFORMATION_BLOCKS)[number];

export const PAPER_STATUSES = ['issued', 'superseded', 'revoked'] as const;
export type PaperStatus = (typeof PAPER_STATUSES)[number];

/** Without 0, 1, I, L, O and U: nobody takes one for another, and no word comes of it. */
export const CODE_SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
export const CODE_LENGTH = 16;

/** A code as stored, from what somebody typed or a link carries; null if it cannot be one. */
export function readPaperCode(typed: string): string | null {
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, '');
  return code.length === CODE_LENGTH && [...code].every((sign) => CODE_SIGNS.includes(sign)) ? code : null;
}

/** A code as printed: in fours. */
export const printPaperCode = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? '';
