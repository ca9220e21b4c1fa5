import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { DEALING_GROUPS, dealingGroup } from '../../../server/domain/dealing/dealing-group.ts';
import { DEALING_OPENERS } from '../../../server/domain/dealing/dealing-step.ts';
import type { ParcelDetail } from '../../api/parcels.ts';
import { VerdictList } from '../dealing/form/verdict-list.tsx';
import { useHasRole } from '../shell/session/use-me.tsx';
import { useWords } from '../shell/use-words.tsx';
import { operationPath } from './operation-path.ts';

type Act = ParcelDetail['operations'][number];

const reasonsOf = ({ verdicts }: Act) => verdicts.filter(({ severity }) => severity === 'error');

/** Acts that the same reasons stand in the way of, told together. */
function byReason(acts: readonly Act[]): Act[][] {
  const found = new Map<string, Act[]>();
  for (const act of acts) {
    const reasons = JSON.stringify(reasonsOf(act));
    found.set(reasons, [...(found.get(reasons) ?? []), act]);
  }
  return [...found.values()];
}

/** What may be done with a parcel now, by what it changes; and below it what may not, with the reason of the rules that the command itself asks. */
export function OperationsSection({ parcel }: { readonly parcel: ParcelDetail }) {
  const { w } = useWords();
  const opens = useHasRole(...DEALING_OPENERS);
  return (
    <section className="land-part" data-part="operations">
      <h2>{w('parcel.operations')}</h2>
      {!opens && <p className="quiet">{w('parcel.notYours')}</p>}
      {DEALING_GROUPS.map((group) => {
        const acts = parcel.operations.filter(({ kind }) => dealingGroup(kind) === group);
        const possible = acts.filter(({ allowed }) => allowed && opens);
        // Who may open none is told what stands in the way of the parcel itself.
        const not = byReason(acts.filter((act) => reasonsOf(act).length > 0));
        if (possible.length + not.length === 0) return null;
        return (
          <div key={group} className="act-group" data-group={group}>
            <h3>{w(`group.${group}`)}</h3>
            {possible.length > 0 && (
              <div className="sheet-buttons">
                {possible.map(({ kind }) => (
                  <Button key={kind} component={Link} to={operationPath(parcel.id, kind)} variant="default">
                    {w(`kind.${kind}`)}
                  </Button>
                ))}
              </div>
            )}
            {not.length > 0 && (
              <dl className="act-not">
                {not.map((stopped) => (
                  <div key={stopped[0]!.kind} data-kinds={stopped.map(({ kind }) => kind).join(' ')}>
                    <dt>
                      <span aria-hidden="true">⊘</span> {stopped.map(({ kind }) => w(`kind.${kind}`)).join(' · ')}
                    </dt>
                    <dd>
                      <VerdictList verdicts={reasonsOf(stopped[0]!)} />
                    </dd>
                  </div>
                ))}
              </dl>
            )}
          </div>
        );
      })}
    </section>
  );
}
