import type { Actor } from '../../server/domain/actor.ts';
import type { Role } from '../../server/domain/role.ts';
import { DEMO_ACCOUNTS } from '../../server/embedded/identity/demo-accounts.ts';

/** The account of a role that everybody can sign in with, in the communes it is given. */
export function demoActor(role: Role, communes: readonly string[]): Actor {
  const { id, name } = DEMO_ACCOUNTS.find(({ userName }) => userName === role)!;
  return { id, name, roles: [role], communes, sid: null, azp: 'demo', kind: 'service' };
}
