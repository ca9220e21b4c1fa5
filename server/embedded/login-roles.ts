/** The logins of the database and their names in PostgreSQL. `diaba_portal_owner` owns views and cannot log in. */
export const LOGIN_ROLES = ['migrator', 'app', 'portal', 'tiles', 'auditor'] as const;
export type LoginRole = (typeof LOGIN_ROLES)[number];

export const PORTAL_OWNER = 'diaba_portal_owner';

/** The PostgreSQL role behind a login of ours. */
export function roleName(role: LoginRole): string {
  return `diaba_${role}`;
}
