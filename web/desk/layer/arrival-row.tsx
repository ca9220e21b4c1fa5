import { findingWords } from '../../../server/domain/finding/finding-text.ts';
import { formatMoment } from '../../../server/domain/words/format-day.ts';
import type { LayerArrival } from '../../api/layers.ts';
import { useWords } from '../shell/use-words.tsx';
import { isBeingRead } from './use-layers.ts';

/** A file that is no edition yet: how far it is read, or why it became none and what to do. */
export function ArrivalRow({ of }: { readonly of: LayerArrival }) {
  const { w, language } = useWords();
  const { layer, fileName, percent, receivedAt, findings } = of;
  const reading = isBeingRead(of);
  return (
    <li data-arrival={layer.code} data-status={of.status}>
      <div>
        <strong>{layer.title}</strong> <code>{layer.code}</code> · {fileName} ·{' '}
        <span className="quiet">{formatMoment(receivedAt, language)}</span>
      </div>
      {reading ? (
        <label className="arrival-progress">
          {w('layers.reading', { percent })} <progress max={100} value={percent} />
        </label>
      ) : (
        <>
          <div className="edition-state">{w('layers.becameNone')}</div>
          {findings
            .filter(({ severity }) => severity !== 'info')
            .map(({ code, detail, count }) => {
              const { says, wayOut } = findingWords(code, language, detail, 'desk');
              const text = `${says} ${wayOut}`;
              return <div key={code}>{count > 1 ? w('layers.finding', { says: text, n: count }) : text}</div>;
            })}
        </>
      )}
    </li>
  );
}
