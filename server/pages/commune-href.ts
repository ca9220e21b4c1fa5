/** A former unit is asked for as of its last day: codes were used again in 2025. */
function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

export const communeHref = ({ code, validTo }: { readonly code: string; readonly validTo: string | null }): string =>
  validTo === null ? `/communes/${code}` : `/communes/${code}?at=${dayBefore(validTo)}`;

/** Address of a commune's page with another part of the list. */
export function partHref(code: string, parts: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams(
    Object.entries(parts).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ).toString();
  return `/communes/${code}${query && `?${query}`}#parcels`;
}
