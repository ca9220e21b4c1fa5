import { createContext, useContext } from 'react';
import { hasRole } from '../../../../server/domain/actor.ts';
import type { Commune } from '../../../../server/domain/contract/communes.ts';
import type { Role } from '../../../../server/domain/role.ts';
import type { Me } from '../../../api/session.ts';

/** Who sits at the desk, and the communes she serves, by name. */
export interface Officer {
  readonly me: Me;
  readonly communes: readonly Commune[];
}

export const OfficerContext = createContext<Officer | null>(null);

export function useOfficer(): Officer {
  const officer = useContext(OfficerContext);
  if (!officer) throw new Error('nobody is signed in above this');
  return officer;
}

export const useHasRole = (...roles: readonly Role[]): boolean => hasRole(useOfficer().me, roles);
