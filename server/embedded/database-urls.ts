import { LOGIN_ROLES, type LoginRole, roleName } from './login-roles.ts';
import type { EmbeddedCluster } from './open-cluster.ts';

export type DatabaseUrls = Readonly<Record<LoginRole, string>>;

type Address = Pick<EmbeddedCluster, 'host' | 'port'>;

function url({ host, port }: Address, user: string, password: string, database: string): string {
  return `postgres://${encodeURIComponent(user)}:${encodeURIComponent(password)}@${host}:${port}/${encodeURIComponent(database)}`;
}

/** The address of a database for each of its logins. */
export function databaseUrls(cluster: EmbeddedCluster, database: string): DatabaseUrls {
  const pairs = LOGIN_ROLES.map((role) => [role, url(cluster, roleName(role), cluster.roles[role], database)]);
  return Object.fromEntries(pairs) as Record<LoginRole, string>;
}

/** The address of a database for the superuser: for set-up and tests only. */
export function superuserUrl(cluster: EmbeddedCluster, database: string): string {
  return url(cluster, cluster.superuser, cluster.superuserPassword, database);
}
