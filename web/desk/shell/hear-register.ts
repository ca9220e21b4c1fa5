import type { QueryClient } from '@tanstack/react-query';
import { isDealing } from '../../../server/domain/dealing/dealing-state.ts';
import type { RegisterNews } from '../../../server/domain/dealing/register-news.ts';
import { registerChanged } from './register-revision.ts';

/** What of a parcel only its own dealings change, and what is noted when it is looked at. */
const OF_ITS_OWN = ['rights', 'dealings', 'papers', 'certificates'];

/**
 * Has open pages ask again for what a dealing of somebody else may have changed; null: something may have been missed. Holders are asked for again
 * only where the dealing is about that very parcel, since each look at them is noted.
 */
export function hearRegister(client: QueryClient, news: RegisterNews | null): void {
  const isRegistered = news === null || isDealing(news.status, 'registered');
  if (isRegistered) registerChanged();
  const refresh = (queryKey: readonly unknown[], touches: (id: unknown, what: unknown) => boolean = () => true) =>
    client
      .invalidateQueries({ queryKey, predicate: ({ queryKey: [, id, what] }) => touches(id, what) })
      .catch(reportError);
  void refresh(['dealings']);
  if (news) void refresh(['dealing', news.dealingId]);
  void refresh(['parcels'], (id, what) => {
    if (news === null) return true;
    const isAbout = news.parcelIds.includes(String(id));
    if (what === 'dealings') return isAbout;
    return isRegistered && (isAbout || !OF_ITS_OWN.includes(String(what)));
  });
}
