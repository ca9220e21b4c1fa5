import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { DEALING_OPENERS } from '../../../server/domain/dealing/dealing-step.ts';
import type { ParcelDetail } from '../../api/parcels.ts';
import { VerdictList } from '../dealing/form/verdict-list.tsx';
import { useHasRole } from '../shell/session/use-me.tsx';
import { useWords } from '../shell/use-words.tsx';
import { operationPath } from './operation-path.ts';

/** What may be done with a parcel now; and for everything else why not, by the rules that the command itself asks. */
export function OperationsSection({ parcel }: { readonly parcel: ParcelDetail }) {
  const { w } = useWords();
  const opens = useHasRole(...DEALING_OPENERS);
  const possible = parcel.operations.filter(({ allowed }) => allowed);
  const not = parcel.operations.filter(({ allowed }) => !allowed);
  return (
    <section className="land-part" data-part="operations">
      <h2>{w('parcel.operations')}</h2>
      {!opens && <p className="quiet">{w('parcel.notYours')}</p>}
      {opens && (
        <div className="sheet-buttons">
          {possible.map(({ kind }, at) => (
            <Button
              key={kind}
              component={Link}
              to={operationPath(parcel.id, kind)}
              variant={at === 0 ? 'filled' : 'default'}
            >
              {w(`kind.${kind}`)}
            </Button>
          ))}
        </div>
      )}
      {not.length > 0 && (
        <details className="land-not" open={possible.length === 0}>
          <summary>
            {w('parcel.operationsNot')} ({not.length})
          </summary>
          <dl>
            {not.map(({ kind, verdicts }) => (
              <div key={kind} data-kind={kind}>
                <dt>{w(`kind.${kind}`)}</dt>
                <dd>
                  <VerdictList verdicts={verdicts.filter(({ severity }) => severity === 'error')} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  );
}
