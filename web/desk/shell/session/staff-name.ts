import type { StaffMember } from '../../../../server/domain/contract/batch/batch-shapes.ts';
import type { DeskWords } from '../../../i18n/desk-words.ts';

/** Actors that are programs of the registry. */
const PROGRAMS = ['import-cli', 'import-worker'];

/** How somebody at work here is called; by the identity provider's id where it never gave a name. */
export function staffName({ id, name }: StaffMember, w: DeskWords): string {
  return PROGRAMS.includes(id) ? w('staff.program') : (name ?? id);
}
