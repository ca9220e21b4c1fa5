/**
 * Which column of a legacy table means what (names seen in real exports; DBF cuts names at ten bytes, and every
 * office had its own). A name is compared without case, diacritics, blanks and underscores.
 */
import { COLUMN_ROLES, type ColumnChoice, type ColumnRole } from '../../../server/domain/batch/column-role.ts';
import { isCutOf, plainName } from './column-name.ts';
import { ONLY_ALONE, ROLE_NAMES, SPELLED_NAMES } from './column-names.ts';

/** Columns of a role, the preferred one first: a blank in it is filled from the next. */
export type RoleColumns = ReadonlyMap<ColumnRole, readonly number[]>;

/** A cut name counts as its whole when the cut is where DBF cuts. */
export function matchesColumn(column: string, name: string): boolean {
  const present = plainName(column);
  return present === name || (column.length === 10 && present.length >= 6 && name.startsWith(present));
}

/** All columns that mean something, by role. What an officer says of a column (`said`) goes before its name. */
export function mapColumns(columns: readonly string[], said: Readonly<Record<string, ColumnChoice>> = {}): RoleColumns {
  const taken = new Set<number>();
  const mapped = new Map<ColumnRole, number[]>();
  const cut = columns.map(cutRole);
  const saidOf = columns.map((column) => (Object.hasOwn(said, column) ? said[column] : undefined));
  for (const role of COLUMN_ROLES) {
    const found: number[] = [];
    const take = (index: number) => {
      if (taken.has(index) || (saidOf[index] ?? role) !== role) return;
      taken.add(index);
      found.push(index);
    };
    for (const [index, choice] of saidOf.entries()) if (choice === role) take(index);
    for (const name of ROLE_NAMES[role]) {
      if (ONLY_ALONE.has(name) && found.length > 0) continue;
      for (const [index, column] of columns.entries()) if (matchesColumn(column, name)) take(index);
    }
    for (const [index, ownRole] of cut.entries()) if (ownRole === role && found.length === 0) take(index);
    if (found.length > 0) mapped.set(role, found);
  }
  return mapped;
}

/** Role per column: the same the other way round. */
export function rolePerColumn(columns: number, roles: RoleColumns): readonly (ColumnRole | undefined)[] {
  const own = Array.from<ColumnRole | undefined>({ length: columns });
  for (const [role, indexes] of roles) for (const index of indexes) own[index] = role;
  return own;
}

/**
 * The role of a name that was cut within its Vietnamese letters: `Số thử` is the beginning of `Số thửa`, and `Số thứ` is
 * not. What begins names of several roles says nothing, but for the areas, of which the bare word is the measured one.
 */
function cutRole(column: string): ColumnRole | undefined {
  const roles = new Set<ColumnRole | undefined>();
  for (const [role, names] of SPELLED_NAMES) if (names.some((name) => isCutOf(column, name))) roles.add(role);
  if (roles.has('measuredArea')) roles.delete('legalArea');
  const [role] = roles;
  return roles.size === 1 ? role : undefined;
}

/** Roles whose text is a person's or a place's name: there the capital that a legacy font had no byte for is restored. */
export const NAME_ROLES: ReadonlySet<ColumnRole> = new Set(['holder', 'address']);
