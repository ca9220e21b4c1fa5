import { endOfDay } from '../../domain/legal-day.ts';

/** Of which moment a parcel is told, and by what was known when; null: now, and all that is known. */
export interface Moments {
  readonly before: Date | null;
  readonly known: Date | null;
}

/** Days as instants. As known on a day without another one: as it was on that day, as far as was known. */
export function momentsOf(at: string | undefined, knownAt: string | undefined): Moments {
  const known = knownAt === undefined ? null : endOfDay(knownAt);
  return { before: at === undefined ? known : endOfDay(at), known };
}
