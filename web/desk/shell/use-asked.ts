import { startTransition, useCallback, useOptimistic } from 'react';
import { useNavigate, useSearchParams } from 'react-router';

/** Names of the address with the values that they shall have; null takes a name out. Names that are not said stay as they are. */
export type AskedChange = Readonly<Record<string, string | null>>;

function changed(now: URLSearchParams, change: AskedChange): URLSearchParams {
  const next = new URLSearchParams(now);
  for (const [name, value] of Object.entries(change)) {
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  return next;
}

/**
 * What the address asks for (`?name=value`), and how to ask for something else. The address follows when the router gets to
 * it; what was chosen is seen in the turn of the click already: a box, a list or a button that showed the old value for a
 * moment would look untouched, and the next click would undo it or be lost.
 */
export function useAsked(): readonly [URLSearchParams, (change: AskedChange, how?: { replace?: boolean }) => void] {
  const [inAddress] = useSearchParams();
  const navigate = useNavigate();
  const [asked, show] = useOptimistic(inAddress, changed);
  const ask = useCallback(
    (change: AskedChange, { replace = true }: { replace?: boolean } = {}) =>
      startTransition(async () => {
        show(change);
        // On what the address says by now, whoever has changed it meanwhile.
        await navigate({ search: `?${changed(new URLSearchParams(location.search), change)}` }, { replace });
      }),
    [navigate, show],
  );
  return [asked, ask];
}
