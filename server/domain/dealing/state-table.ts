/**
 * States with what is so in each of them, said once: SQL, doors and the desk make their lists of states from such a table and
 * name none by themselves.
 */
export interface StateTable<Status extends string, Trait extends string> {
  readonly statuses: readonly Status[];
  /** Whether this is so in that state. */
  is(status: Status, trait: Trait): boolean;
  /** The states in which it is so, in their order. */
  where(trait: Trait): readonly Status[];
}

export function stateTable<Status extends string, Trait extends string>(
  traits: Readonly<Record<Status, readonly Trait[]>>,
): StateTable<Status, Trait> {
  const statuses = Object.keys(traits) as Status[];
  return {
    statuses,
    is: (status, trait) => traits[status].includes(trait),
    where: (trait) => statuses.filter((status) => traits[status].includes(trait)),
  };
}
