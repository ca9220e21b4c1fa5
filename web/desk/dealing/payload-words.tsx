import { Fragment } from 'react';
import { formatNumber } from '../../../server/domain/words/format-number.ts';
import type { DealingDetail } from '../../api/dealings.ts';
import { useWords } from '../shell/use-words.tsx';
import { payloadLines } from './payload-lines.ts';

/** What a dealing says, in words. */
export function PayloadWords({ dealing }: { readonly dealing: DealingDetail }) {
  const { w, language } = useWords();
  if (dealing.payload === null) return <p className="quiet">{w('dealing.noPersons')}</p>;
  const lines = payloadLines(dealing, w, language, (metres) => formatNumber(metres, language, 2));
  return (
    <dl className="facts">
      {lines.map(({ name, values }) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>
            {values.map((value) => (
              <div key={value}>{value}</div>
            ))}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}
