/** What a person or program may be in this register; identity providers say so in `realm_access.roles`. */
export const ROLES = [
  'citizen',
  'business',
  'officer',
  'surveyor',
  'approver',
  'archivist',
  'auditor',
  'admin',
] as const;
export type Role = (typeof ROLES)[number];

/** Roles of the land offices: those who see persons within their communes. */
export const STAFF_ROLES = ['officer', 'surveyor', 'approver', 'archivist'] as const satisfies readonly Role[];

const known: ReadonlySet<unknown> = new Set(ROLES);
const isRole = (value: unknown): value is Role => known.has(value);

/** The roles among what a token lists; names of other services in the same realm are nothing to us. */
export const rolesOf = (listed: readonly unknown[]): Role[] => [...new Set(listed.filter(isRole))];
