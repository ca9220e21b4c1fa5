import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { DEALING_GROUPS, dealingGroup } from '../../../server/domain/dealing/dealing-group.ts';
import { DEALING_OPENERS } from '../../../server/domain/dealing/dealing-step.ts';
import { isOutOfPlace } from '../../../server/domain/dealing/nothing-there.ts';
import { verdictSentence } from '../../../server/domain/dealing/verdict-text.ts';
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

/** Acts that may not be done, with the words of the rules that the command itself asks. */
function NotNow({ acts }: { readonly acts: readonly Act[] }) {
  const { w } = useWords();
  return (
    <dl className="act-not">
      {byReason(acts).map((stopped) => (
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
  );
}

/**
 * What may be done with a parcel now, by what it changes; below it what something stands in the way of. What has nothing to
 * act on, as the release of a mortgage that nobody has, is told when asked for.
 */
export function OperationsSection({ parcel }: { readonly parcel: ParcelDetail }) {
  const { w, language } = useWords();
  const opens = useHasRole(...DEALING_OPENERS);
  const idle = parcel.operations.filter((act) => isOutOfPlace(reasonsOf(act)));
  return (
    <section className="land-part" data-part="operations">
      <h2>{w('parcel.operations')}</h2>
      {!opens && <p className="quiet">{w('parcel.notYours')}</p>}
      {DEALING_GROUPS.map((group) => {
        const acts = parcel.operations.filter(({ kind }) => dealingGroup(kind) === group);
        const possible = acts.filter(({ allowed }) => allowed && opens);
        // Who may open none is told what stands in the way of the parcel itself.
        const not = acts.filter((act) => reasonsOf(act).length > 0 && !idle.includes(act));
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
            {not.length > 0 && <NotNow acts={not} />}
          </div>
        );
      })}
      {idle.length > 0 && (
        <details className="act-idle">
          <summary>{w('parcel.nothingThere', { n: idle.length })}</summary>
          <dl className="act-not">
            {idle.map((act) => (
              <div key={act.kind} data-kinds={act.kind}>
                <dt>{w(`kind.${act.kind}`)}</dt>
                <dd>
                  {reasonsOf(act)
                    .map((verdict) => verdictSentence(verdict, language))
                    .join(' ')}
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  );
}
