import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { INFORMATION_BLOCKS } from '../../../server/domain/paper.ts';
import { formatDay, formatMoment } from '../../../server/domain/words/format-day.ts';
import { formatNumber } from '../../../server/domain/words/format-number.ts';
import { paperFile } from '../../api/paper/papers.ts';
import type { RequestDetail } from '../../api/paper/requests.ts';
import '../parcel/land.css';
import { ListState } from '../shell/list-state.tsx';
import { staffName } from '../shell/session/staff-name.ts';
import { useWords } from '../shell/use-words.tsx';
import './request.css';
import { RequestClock } from './request-clock.tsx';
import { RequestPapers } from './request-papers.tsx';
import { RequestSteps } from './request-steps.tsx';
import { useRequest } from './use-requests.ts';

/** One request: who asks for what, its clock, and the steps that are mine. */
export default function RequestScreen() {
  const { id = '' } = useParams();
  const { w } = useWords();
  const looked = useRequest(id);
  const request = looked.data;
  return (
    <div className="land-screen">
      <header className="land-head">
        <div>
          <h1>{request ? w('request.title', { reference: request.reference }) : w('requests.title')}</h1>
          {request && (
            <p className="land-under">
              {w(`request.status.${request.status}`)} · <RequestClock request={request} /> · {request.commune.name}
            </p>
          )}
        </div>
      </header>
      <ListState of={looked} empty={null}>
        {request && (
          <div className="request-body">
            <div>
              <Facts request={request} />
              <RequestPapers request={request} />
            </div>
            <div>
              <RequestSteps key={`${request.status} ${request.fee.status}`} request={request} />
              <Done request={request} />
              <Told request={request} />
            </div>
          </div>
        )}
      </ListState>
    </div>
  );
}

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  if (children === null || children === undefined || children === '' || children === false) return null;
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Facts({ request }: { readonly request: RequestDetail }) {
  const { w, language } = useWords();
  const { kind, blocks, certificateSerial, requester, delivery, parcel, fee, grounds, refusal, paperSerial } = request;
  const amount =
    fee.amountVnd !== null &&
    w('fee.line', { amount: formatNumber(fee.amountVnd, language, 0), basis: fee.legalBasis ?? '–' });
  return (
    <div>
      <section className="land-part" data-part="asked">
        <h2>{w('request.asks')}</h2>
        <dl className="facts">
          <Row label={w('request.asks')}>{w(`request.kind.${kind}`)}</Row>
          <Row label={w('papers.blocks')}>
            {kind === 'land_information' &&
              (blocks.length === 0 ? INFORMATION_BLOCKS : blocks).map((block) => w(`paperBlock.${block}`)).join('; ')}
          </Row>
          <Row label={w('request.serial')}>
            {kind === 'certificate' && (certificateSerial ?? w('request.noSerial'))}
          </Row>
          <Row label={w('dealings.land')}>
            <Link to={`/desk/parcels/${parcel.parcelId}`}>
              {w('parcel.name', { no: parcel.no, sheet: parcel.sheet })}
            </Link>
          </Row>
          <Row label={w('request.purpose')}>{request.purpose}</Row>
          <Row label={w('request.way')}>{w(`request.way.${delivery.way}`)}</Row>
          <Row label={w('request.copies')}>{delivery.copies ?? null}</Row>
          <Row label={w('request.postTo')}>{delivery.address ?? null}</Row>
          <Row label={w('request.received')}>{formatMoment(request.receivedAt, language)}</Row>
          <Row label={w('request.due')}>{formatDay(request.dueOn, language)}</Row>
          <Row label={w('requests.fee')}>
            {w(`fee.${fee.status}`)}
            {amount && ` · ${amount}`}
          </Row>
          <Row label={w('request.grounds')}>{grounds && w(`grounds.${grounds}`)}</Row>
          <Row label={w('request.ground')}>{refusal && `${w(`refusal.${refusal.ground}`)}: ${refusal.reason}`}</Row>
          <Row label={w('request.paper')}>
            {paperSerial && (
              <a href={paperFile(paperSerial)} target="_blank" rel="noopener">
                {paperSerial}
              </a>
            )}
          </Row>
        </dl>
      </section>
      <section className="land-part" data-part="requester">
        <h2>{w('request.who')}</h2>
        <dl className="facts">
          <Row label={w('request.name')}>{requester.name}</Row>
          <Row label={w('request.number')}>{requester.identityNumber}</Row>
          <Row label={w('request.address')}>{requester.address}</Row>
          <Row label={w('request.phone')}>{requester.phone ?? null}</Row>
          <Row label={w('request.email')}>{requester.email ?? null}</Row>
        </dl>
        <p className={request.numberOfHolder ? 'land-strip' : 'quiet'}>
          {w(request.numberOfHolder ? 'request.match' : 'request.noMatch')}
        </p>
        <p className="quiet land-note">{w('request.readLogged')}</p>
      </section>
    </div>
  );
}

function Done({ request }: { readonly request: RequestDetail }) {
  const { w, language } = useWords();
  const { history, stops } = request;
  return (
    <section className="land-part" data-part="history">
      <h2>{w('request.history')}</h2>
      {history.length === 0 && <p className="quiet">{w('request.noHistory')}</p>}
      <ol className="land-lines">
        {history.map(({ step, by, at, note }) => (
          <li key={`${step} ${at}`}>
            {w(`request.do.${step}`)} · {staffName(by, w)} · {formatMoment(at, language)}
            {note !== null && (
              <>
                <br />
                <small>{note}</small>
              </>
            )}
          </li>
        ))}
      </ol>
      {stops.length > 0 && <h3>{w('request.stops')}</h3>}
      <ul className="land-lines">
        {stops.map(({ cause, stoppedAt, resumedAt }) => (
          <li key={stoppedAt}>
            {w(resumedAt ? 'request.stopLine' : 'request.stopOpen', {
              cause: w(`stop.${cause}`),
              from: formatMoment(stoppedAt, language),
              to: resumedAt ? formatMoment(resumedAt, language) : '',
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** By which way the requester was told what, and whether it went out. */
function Told({ request }: { readonly request: RequestDetail }) {
  const { w, language } = useWords();
  const { messages } = request;
  return (
    <section className="land-part" data-part="told">
      <h2>{w('request.told')}</h2>
      {messages.length === 0 && <p className="quiet">{w('request.untold')}</p>}
      <ol className="land-lines">
        {messages.map(({ kind, channel, state, at }) => (
          <li key={`${kind} ${channel} ${at}`} data-state={state}>
            {w(`told.${kind}`)} · {w(`told.by.${channel}`)} · {w(`told.is.${state}`)} · {formatMoment(at, language)}
          </li>
        ))}
      </ol>
    </section>
  );
}
