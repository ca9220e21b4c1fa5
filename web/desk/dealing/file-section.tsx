import { useQueries } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type DealingDetail, getDealing } from '../../api/dealings.ts';
import { guarded } from '../shell/session/session-gate.ts';
import { useWords } from '../shell/use-words.tsx';
import { ChangesTable } from './changes-table.tsx';
import { VerdictList } from './form/verdict-list.tsx';
import { dealingTitle } from './land-names.ts';
import { LandTable } from './land-table.tsx';
import { PayloadWords } from './payload-words.tsx';
import { RightsTable } from './rights-table.tsx';
import { dealingKey } from './use-dealings.ts';

/**
 * The dealings of a file in their order. On the page of the first stands in full what follows it, because they are decided on as
 * one; on the others where to find it.
 */
export function FileSection({ dealing }: { readonly dealing: DealingDetail }) {
  const { w } = useWords();
  const { dealingId, file } = dealing;
  const isFirst = file[0]?.dealingId === dealingId;
  const later = useQueries({
    queries: (isFirst ? file.slice(1) : []).map((member) => ({
      queryKey: dealingKey(member.dealingId),
      queryFn: ({ signal }: { signal: AbortSignal }) => guarded(() => getDealing(member.dealingId, signal)),
    })),
    combine: (all) => all.flatMap(({ data }) => data?.dealing ?? []),
  });
  if (file.length === 0) return null;
  return (
    <section className="land-part" data-part="file">
      <h2>{w('dealfile.title')}</h2>
      <p className="quiet">{w(isFirst ? 'dealfile.aboutFirst' : 'dealfile.aboutLater')}</p>
      <ol>
        {file.map((member) => (
          <li key={member.dealingId} {...(member.dealingId === dealingId ? { 'aria-current': 'true' as const } : {})}>
            {member.dealingId === dealingId ? (
              <strong>{w(`kind.${member.kind}`)}</strong>
            ) : (
              <Link to={`/desk/dealings/${member.dealingId}`}>{w(`kind.${member.kind}`)}</Link>
            )}
          </li>
        ))}
      </ol>
      {later.map((one) => (
        <Later key={one.dealingId} dealing={one} />
      ))}
    </section>
  );
}

/** What a dealing that follows says and would do. */
function Later({ dealing }: { readonly dealing: DealingDetail }) {
  const { w } = useWords();
  const { verdicts, raises, changes, rights, targets } = dealing;
  return (
    <article className="land-part" data-dealing={dealing.dealingId}>
      <h3>{dealingTitle(dealing, w)}</h3>
      <PayloadWords dealing={dealing} />
      {verdicts.length > 0 && <VerdictList verdicts={verdicts} />}
      {raises.length > 0 && <LandTable raises={raises} links={dealing.status === 'registered'} />}
      {changes.length > 0 && <ChangesTable changes={changes} />}
      {rights.length > 0 && <RightsTable rights={rights} land={[...targets, ...raises]} />}
    </article>
  );
}
