/** Guides for those who work at the desk: pages of docs/huong-dan, each with the roles whose work it tells of. */
import type { Role } from './role.ts';

export const GUIDE_NAMES = ['start', 'officer', 'archivist', 'approver', 'admin'] as const;
export type GuideName = (typeof GUIDE_NAMES)[number];

/** Whose work a guide tells of; null: everybody's at the desk. */
export const GUIDE_ROLES = {
  start: null,
  officer: ['officer', 'surveyor'],
  archivist: ['archivist'],
  approver: ['approver'],
  admin: ['admin', 'auditor'],
} as const satisfies Record<GuideName, readonly Role[] | null>;

/** The guides for these roles, the one for everybody first. */
export function guidesFor(roles: readonly Role[]): GuideName[] {
  return GUIDE_NAMES.filter((name) => {
    const of: readonly Role[] | null = GUIDE_ROLES[name];
    return of === null || of.some((role) => roles.includes(role));
  });
}

export const isGuideName = (name: string): name is GuideName => (GUIDE_NAMES as readonly string[]).includes(name);
