import { Link } from 'react-router';
import { dayOf } from '../../../server/domain/legal-day.ts';
import { formatDay, formatLegalMoment } from '../../../server/domain/words/format-day.ts';
import {
  formatAreaColumn,
  formatFixed,
  formatNumber,
  formatPlain,
} from '../../../server/domain/words/format-number.ts';
import type { ParcelDetail } from '../../api/parcels.ts';
import { useWords } from '../shell/use-words.tsx';
import { KnownSince } from './past/known-since.tsx';

/** Areas, each named, and purposes. */
export function ParcelAreas({ parcel }: { readonly parcel: ParcelDetail }) {
  const { w, language } = useWords();
  const { legalAreaM2, areaM2, purposes } = parcel;
  const area = (m2: number) => formatAreaColumn(m2, language);
  return (
    <section className="land-part" data-part="areas">
      <h2>{w('parcel.areas')}</h2>
      <dl className="facts">
        <dt>{w('parcel.legalArea')}</dt>
        <dd className="number land-strong">
          {legalAreaM2 === null ? <span className="quiet">{w('parcel.noLegalArea')}</span> : area(legalAreaM2)}
        </dd>
        <dt>{w('parcel.computedArea')}</dt>
        <dd className="number">{area(areaM2)}</dd>
        {legalAreaM2 !== null && (
          <>
            <dt>{w('parcel.areaDifference')}</dt>
            <dd className="number">
              {area(areaM2 - legalAreaM2)} ({formatNumber(((areaM2 - legalAreaM2) / legalAreaM2) * 100, language, 1)} %)
            </dd>
          </>
        )}
        <dt>{w('parcel.purposes')}</dt>
        <dd>
          {purposes.map(({ code, areaM2: part, until }) => (
            <div key={`${code} ${until}`}>
              {code}
              {part !== null && <span className="number"> · {area(part)}</span>}
              {until !== null && ` · ${w('parcel.until', { day: formatDay(until, language) })}`}
            </div>
          ))}
          {purposes.length === 0 && parcel.landUse}
        </dd>
      </dl>
    </section>
  );
}

/** The names of the parcel, now and in the file it came from, and since when it is known so. */
export function ParcelIdentity({ parcel }: { readonly parcel: ParcelDetail }) {
  const { w, language } = useWords();
  const { source, scale, endedAt } = parcel;
  return (
    <section className="land-part" data-part="identity">
      <h2>{w('parcel.identity')}</h2>
      <dl className="facts">
        <dt>{w('parcel.code')}</dt>
        <dd className="number">{parcel.code}</dd>
        <dt>{w('parcel.commune')}</dt>
        <dd>{parcel.commune.name}</dd>
        {parcel.address !== null && (
          <>
            <dt>{w('parcel.address')}</dt>
            <dd>{parcel.address}</dd>
          </>
        )}
        {scale !== null && (
          <>
            <dt>{w('parcel.scale')}</dt>
            <dd className="number">1:{formatPlain(scale, language)}</dd>
          </>
        )}
        <dt>{w('parcel.source')}</dt>
        <dd>
          {source ? (
            <>
              {source.sheet === null
                ? w('parcel.short', { no: source.no })
                : w('parcel.name', { no: source.no, sheet: source.sheet })}
              {source.scale !== null && `, 1:${formatPlain(source.scale, language)}`} ·{' '}
              <Link to={`/desk/batches/${source.batchId}`}>{w('parcel.sourceBatch')}</Link>
            </>
          ) : (
            <span className="quiet">{w('parcel.sourceNone')}</span>
          )}
        </dd>
        {source?.digitised && (
          <>
            <dt>{w('parcel.survey')}</dt>
            <dd data-fact="digitised">
              {w('parcel.digitised', {
                no: source.digitised.sheetNo,
                scale: formatPlain(source.digitised.scale, language),
                rms: formatFixed(source.digitised.rmsM, language, 2),
                tolerance: formatFixed(source.digitised.toleranceM, language, 2),
                day: formatDay(dayOf(new Date(source.digitised.madeAt)), language),
              })}
            </dd>
          </>
        )}
        <dt>{w('parcel.version')}</dt>
        <dd>
          {w('parcel.versionOf', { n: parcel.version, when: formatLegalMoment(parcel.registeredAt, language) })}
          <KnownSince registeredAt={parcel.registeredAt} recordedAt={parcel.recordedAt} />
        </dd>
        {endedAt !== null && (
          <>
            <dt>{w('parcel.endedAt')}</dt>
            <dd>{formatLegalMoment(endedAt, language)}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
