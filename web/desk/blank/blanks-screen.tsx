import { useState } from 'react';
import { BLANK_STATUSES, type BlankStatus, STOCK_KEEPERS } from '../../../server/domain/certificate/blank.ts';
import { formatMoment } from '../../../server/domain/words/format-day.ts';
import { formatNumber } from '../../../server/domain/words/format-number.ts';
import type { BlankLedger, BlankStock } from '../../api/paper/certificates.ts';
import '../parcel/land.css';
import { ListState } from '../shell/list-state.tsx';
import { useHasRole } from '../shell/session/use-me.tsx';
import { useWords } from '../shell/use-words.tsx';
import './blank.css';
import { MoveForm } from './move-form.tsx';
import { PrintersPart } from './printers-part.tsx';
import { useLedger, useStock } from './use-blanks.ts';

/** The store of numbered blanks: its balance, which serials are where, every move, and the printers they are printed with. */
export default function BlanksScreen() {
  const { w } = useWords();
  const [status, setStatus] = useState<BlankStatus | null>(null);
  const stock = useStock(status);
  const keeps = useHasRole(...STOCK_KEEPERS);
  return (
    <div className="screen blanks">
      <h1>{w('blanks.title')}</h1>
      <ListState of={stock} empty={null}>
        {stock.data && (
          <>
            <Balance stock={stock.data} status={status} choose={setStatus} />
            <div className="blank-columns">
              <div>
                <section data-part="runs">
                  <h2>{w('blanks.runs')}</h2>
                  <Runs stock={stock.data} />
                </section>
                <Ledger />
              </div>
              <div>
                {keeps ? <MoveForm /> : <p className="quiet">{w('blanks.notYours')}</p>}
                <PrintersPart />
              </div>
            </div>
          </>
        )}
      </ListState>
    </div>
  );
}

interface BalanceProps {
  readonly stock: BlankStock;
  readonly status: BlankStatus | null;
  choose(status: BlankStatus | null): void;
}

/** How many of each status: all of them together are those that were received. */
function Balance({ stock, status, choose }: BalanceProps) {
  const { w, language } = useWords();
  return (
    <nav className="queues" aria-label={w('blanks.balance')} data-part="balance">
      <button type="button" aria-pressed={status === null} onClick={() => choose(null)}>
        {w('blanks.all')} · <span className="number">{formatNumber(stock.total, language)}</span>
      </button>
      {BLANK_STATUSES.map((one) => (
        <button key={one} type="button" aria-pressed={one === status} onClick={() => choose(one)}>
          {w(`blank.${one}`)} · <span className="number">{formatNumber(stock.balance[one], language)}</span>
        </button>
      ))}
    </nav>
  );
}

function Runs({ stock: { runs, more } }: { readonly stock: BlankStock }) {
  const { w, language } = useWords();
  if (runs.length === 0) return <p className="quiet">{w('blanks.none')}</p>;
  return (
    <>
      <div className="land-wide-table">
        <table className="land-table">
          <caption className="visually-hidden">{w('blanks.runs')}</caption>
          <thead>
            <tr>
              <th scope="col">{w('blanks.from')}</th>
              <th scope="col">{w('blanks.to')}</th>
              <th scope="col">{w('blanks.quantity')}</th>
              <th scope="col">{w('blanks.status')}</th>
              <th scope="col">{w('blanks.givenTo')}</th>
            </tr>
          </thead>
          <tbody>
            {runs.map(({ firstSerial, lastSerial, quantity, status, givenTo }) => (
              <tr key={firstSerial} data-run={firstSerial}>
                <th scope="row" className="number">
                  {firstSerial}
                </th>
                <td className="number">{lastSerial}</td>
                <td className="number">{formatNumber(quantity, language)}</td>
                <td>{w(`blank.${status}`)}</td>
                <td>{givenTo ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more && <p className="quiet">{w('blanks.moreRuns')}</p>}
    </>
  );
}

function Ledger() {
  const { w } = useWords();
  const [serial, setSerial] = useState('');
  const ledger = useLedger(serial.trim());
  const items = ledger.data?.items ?? [];
  return (
    <section data-part="ledger">
      <h2>{w('blanks.ledger')}</h2>
      <label className="blank-find">
        {w('blanks.ofSerial')}{' '}
        <input
          type="text"
          value={serial}
          maxLength={20}
          placeholder="AA 01234567"
          onChange={(event) => setSerial(event.currentTarget.value)}
        />
      </label>
      <ListState of={ledger} empty={items.length === 0 ? w('blanks.noMoves') : null}>
        <ul className="land-lines">
          {items.map((move) => (
            <MoveLine key={move.moveNo} move={move} />
          ))}
        </ul>
      </ListState>
    </section>
  );
}

function MoveLine({ move }: { readonly move: BlankLedger['items'][number] }) {
  const { w, language } = useWords();
  const { kind, firstSerial, lastSerial, quantity, givenTo, reason, document, dealingId, movedBy, movedAt } = move;
  return (
    <li data-move={kind}>
      <strong>{w(`blankMove.${kind}`)}</strong>{' '}
      <span className="number">{firstSerial === lastSerial ? firstSerial : `${firstSerial} – ${lastSerial}`}</span> ·{' '}
      {w('blanks.count', { n: formatNumber(quantity, language) })}
      {givenTo !== null && ` · ${w('blanks.forWhom', { who: givenTo })}`}
      {document !== null && ` · ${document.no}`}
      {reason !== null && ` · ${reason}`}
      {dealingId !== null && (
        <>
          {' · '}
          <a href={`/desk/dealings/${dealingId}`}>{w('papers.by')}</a>
        </>
      )}
      <div className="quiet">
        {formatMoment(movedAt, language)}
        {dealingId === null && ` · ${movedBy}`}
      </div>
    </li>
  );
}
