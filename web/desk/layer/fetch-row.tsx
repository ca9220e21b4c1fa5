import { formatMoment } from '../../../server/domain/words/format-day.ts';
import type { LayerFetch } from '../../api/layers.ts';
import { useWords } from '../shell/use-words.tsx';

/** A service that is being read, or what came of it and what to do. */
export function FetchRow({ of }: { readonly of: LayerFetch }) {
  const { w, language } = useWords();
  const { layer, url, status, error, askedAt } = of;
  return (
    <li data-fetch={layer.code} data-status={status}>
      <div>
        <strong>{layer.title}</strong> <code>{layer.code}</code> ·{' '}
        <span className="quiet">{formatMoment(askedAt, language)}</span>
      </div>
      <div className="quiet layer-url">{w('layers.fromUrl', { url })}</div>
      <div className={error === null ? '' : 'bring-error'}>
        {status === 'unchanged' && w('layers.fetchUnchanged')}
        {(status === 'queued' || status === 'running') && w('layers.fetching')}
        {error !== null && w(`layers.fetchFailed.${error}`)}
      </div>
    </li>
  );
}
