import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { PAPER_MAKERS } from '../../../server/domain/paper.ts';
import { formatDay } from '../../../server/domain/words/format-day.ts';
import {
  type Certificate,
  changeFile,
  getCertificate,
  listCertificates,
  overlayFile,
} from '../../api/paper/certificates.ts';
import { paperCheck } from '../../api/paper/papers.ts';
import { usePrinters } from '../blank/use-blanks.ts';
import { ListState } from '../shell/list-state.tsx';
import { guarded } from '../shell/session/session-gate.ts';
import { useHasRole } from '../shell/session/use-me.tsx';
import { useWords } from '../shell/use-words.tsx';
import { useIssuePaper } from './paper/use-issue-paper.ts';
import { PARCELS_KEY } from './use-parcel.ts';

const TONES = {
  valid: ['●', 'good'],
  replaced: ['◐', 'waiting'],
  lost: ['✕', 'bad'],
  recalled: ['✕', 'bad'],
  cancelled: ['✕', 'bad'],
} as const;

/** Certificates of a parcel and who holds them; what is printed of one that was issued here. */
export function CertificatesSection({ parcelId }: { readonly parcelId: string }) {
  const { w } = useWords();
  const [printer, setPrinter] = useState('');
  const mayPrint = useHasRole(...PAPER_MAKERS);
  const printers = usePrinters().data?.items ?? [];
  // Every look is written to the read log: it is not asked for again by itself.
  const certificates = useQuery({
    queryKey: [...PARCELS_KEY, parcelId, 'certificates'],
    queryFn: ({ signal }) => guarded(() => listCertificates(parcelId, signal)),
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });
  const items = certificates.data?.items ?? [];
  const prints = mayPrint && items.some(({ status, code }) => status === 'valid' && code !== null);
  return (
    <section className="land-part" data-part="certificates">
      <h2>{w('certificates.title')}</h2>
      <ListState of={certificates} empty={items.length === 0 ? w('certificates.none') : null}>
        {prints && printers.length > 0 && (
          <NativeSelect
            size="xs"
            label={w('certificates.printer')}
            value={printer}
            data={[
              { value: '', label: w('certificates.noPrinter') },
              ...printers.map(({ name }) => ({ value: name, label: name })),
            ]}
            onChange={(event) => setPrinter(event.currentTarget.value)}
          />
        )}
        <ul className="land-lines">
          {items.map((one) => (
            <CertificateLine
              key={one.serial}
              certificate={one}
              parcelId={parcelId}
              mayPrint={mayPrint}
              printer={printer}
            />
          ))}
        </ul>
        {prints && (
          <p className="quiet land-note">
            {w('certificates.printing')} <Link to="/desk/blanks">{w('certificates.toPrinters')}</Link>
          </p>
        )}
      </ListState>
    </section>
  );
}

interface LineProps {
  readonly certificate: Certificate;
  readonly parcelId: string;
  readonly mayPrint: boolean;
  readonly printer: string;
}

function CertificateLine({ certificate, parcelId, mayPrint, printer }: LineProps) {
  const { w, language } = useWords();
  const { issue, busy } = useIssuePaper(parcelId);
  const [open, setOpen] = useState(false);
  const { serial, code, bookNo, status, issuedOn, holders, raisedBy, endedBy, replaces } = certificate;
  const [shape, tone] = TONES[status];
  const prints = mayPrint && status === 'valid' && code !== null;
  return (
    <li data-certificate={serial}>
      <div>
        <strong className="number">{serial}</strong> ·{' '}
        <span className="mark" data-tone={tone}>
          <span aria-hidden="true">{shape}</span> {w(`certificate.${status}`)}
        </span>
      </div>
      {holders.length > 0 && (
        <div>{holders.map(({ name, share }) => (share === '1' ? name : `${name} (${share})`)).join('; ')}</div>
      )}
      <div className="quiet">
        {[
          bookNo === null ? w('certificates.legacy') : w('certificates.bookNo', { no: bookNo }),
          ...(issuedOn === null ? [] : [w('certificates.issued', { day: formatDay(issuedOn, language) })]),
          ...(replaces === null ? [] : [w('certificates.replaces', { serial: replaces })]),
        ].join(' · ')}
      </div>
      <div>
        {raisedBy !== null && <Link to={`/desk/dealings/${raisedBy}`}>{w('certificates.raisedBy')}</Link>}
        {endedBy !== null && (
          <>
            {raisedBy !== null && ' · '}
            <Link to={`/desk/dealings/${endedBy}`}>{w('certificates.endedBy')}</Link>
          </>
        )}
        {code !== null && (
          <>
            {' · '}
            <a href={paperCheck(code)} target="_blank" rel="noopener" aria-label={w('papers.checkOf', { serial })}>
              {w('papers.check')}
            </a>
          </>
        )}
        {prints && (
          <>
            {' · '}
            <a
              href={overlayFile(serial, printer)}
              target="_blank"
              rel="noopener"
              aria-label={w('certificates.overlayOf', { serial })}
            >
              {w('certificates.overlay')}
            </a>
          </>
        )}
      </div>
      {prints && (
        <div>
          <Button
            size="compact-sm"
            variant="default"
            loading={busy}
            aria-label={w('certificates.sampleOf', { serial })}
            onClick={() =>
              void issue({ kind: 'certificate', parcelIds: [], certificateSerial: serial }).catch(reportError)
            }
          >
            {w('certificates.sample')}
          </Button>
        </div>
      )}
      {mayPrint && status === 'valid' && code === null && <p className="quiet">{w('certificates.noSample')}</p>}
      {prints && (
        <details className="land-not" onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{w('certificates.changes')}</summary>
          {open && <Changes serial={serial} printer={printer} />}
        </details>
      )}
    </li>
  );
}

function Changes({ serial, printer }: { readonly serial: string; readonly printer: string }) {
  const { w, language } = useWords();
  const detail = useQuery({
    queryKey: [...PARCELS_KEY, 'certificate', serial],
    queryFn: ({ signal }) => guarded(() => getCertificate(serial, signal)),
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });
  const changes = detail.data?.changes ?? [];
  return (
    <ListState of={detail} empty={changes.length === 0 ? w('certificates.noChanges') : null}>
      <ol>
        {changes.map(({ n, day, content }) => (
          <li key={n}>
            {formatDay(day, language)} · {content} ·{' '}
            <a href={changeFile(serial, n, printer)} target="_blank" rel="noopener">
              {w('certificates.confirm', { n })}
            </a>
          </li>
        ))}
      </ol>
    </ListState>
  );
}
