import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { paperFile } from '../../api/paper/papers.ts';
import type { RequestDetail } from '../../api/paper/requests.ts';
import { useIssuePaper } from '../parcel/paper/use-issue-paper.ts';
import { useWords } from '../shell/use-words.tsx';

/** What is handed out of the request itself: the receipt, and its filled form. They say what was asked as it stands now. */
export function RequestPapers({ request }: { readonly request: RequestDetail }) {
  const { w } = useWords();
  const { requestId, parcel } = request;
  const { issue, busy, made } = useIssuePaper(parcel.parcelId);
  const make = (kind: 'receipt' | 'request_form') => void issue({ kind, parcelIds: [], requestId }).catch(reportError);
  return (
    <section className="land-part" data-part="request-papers">
      <h2>{w('request.papers')}</h2>
      <div className="sheet-buttons">
        <Button variant="default" loading={busy} onClick={() => make('receipt')}>
          {w('request.makeReceipt')}
        </Button>
        <Button variant="default" disabled={busy} onClick={() => make('request_form')}>
          {w('request.makeForm')}
        </Button>
      </div>
      {made !== null && (
        <p>
          <a href={paperFile(made)} target="_blank" rel="noopener">
            {w('papers.openOf', { serial: made })}
          </a>
        </p>
      )}
      <p className="quiet land-note">
        {w('request.papersNote')} <Link to={`/desk/parcels/${parcel.parcelId}`}>{w('request.papersOf')}</Link>
      </p>
    </section>
  );
}
