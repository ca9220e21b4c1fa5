import { lazy, Suspense, useMemo } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { formatDay } from '../../../server/domain/words/format-day.ts';
import type { ParcelDetail } from '../../api/parcels.ts';
import type { SheetPlan } from '../../map/map-context.ts';
import { ListState } from '../shell/list-state.tsx';
import { useWords } from '../shell/use-words.tsx';
import { boxOfRings } from './box-of-rings.ts';
import { CertificatesSection } from './certificates-section.tsx';
import { DocumentsSection } from './documents-section.tsx';
import './land.css';
import { LayersSection } from './layers-section.tsx';
import { OperationsSection } from './operations-section.tsx';
import { PapersSection } from './papers-section.tsx';
import { ParcelFacts } from './parcel-facts.tsx';
import { ParcelPast } from './parcel-past.tsx';
import { ParcelStateMark } from './parcel-state-mark.tsx';
import { RightsSection } from './rights-section.tsx';
import { useParcel } from './use-parcel.ts';

const MapPane = lazy(() => import('../shell/map-pane.tsx'));
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

/** One parcel: where it lies, what it is, who holds it, what came before, and what may be done with it. */
export default function ParcelScreen() {
  const { id = '' } = useParams();
  const { w, language } = useWords();
  const [asked, setAsked] = useSearchParams();
  const given = asked.get('at');
  const at = given !== null && DAY.test(given) ? given : null;
  const parcel = useParcel(id, at);
  const choose = (day: string) =>
    setAsked(
      (now) => {
        const next = new URLSearchParams(now);
        if (day === '') next.delete('at');
        else next.set('at', day);
        return next;
      },
      { replace: true },
    );
  const known = parcel.data;
  return (
    <div className="land-screen">
      <header className="land-head">
        <div>
          <h1>{known ? w('parcel.name', { no: known.no, sheet: known.sheet }) : w('parcel.loading')}</h1>
          {known && (
            <p className="land-under">
              <ParcelStateMark state={known.state} /> · {known.commune.name}
            </p>
          )}
        </div>
        <div className="land-at">
          <label>
            {w('parcel.at')}{' '}
            <input
              type="date"
              value={at ?? ''}
              min="1990-01-01"
              max={today()}
              onChange={(event) => choose(event.currentTarget.value)}
            />
          </label>
          {at !== null && (
            <button type="button" className="land-small" onClick={() => choose('')}>
              {w('parcel.atNow')}
            </button>
          )}
        </div>
      </header>
      {at !== null && <p className="land-strip">{w('parcel.asOf', { day: formatDay(at, language) })}</p>}
      <ListState of={parcel} empty={null}>
        {known && <Known parcel={known} at={at} />}
      </ListState>
    </div>
  );
}

function Known({ parcel, at }: { readonly parcel: ParcelDetail; readonly at: string | null }) {
  const { w } = useWords();
  const navigate = useNavigate();
  const { geometry, geometryLegal } = parcel;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same parcel again is no wish to go there again
  const focus = useMemo(() => boxOfRings([geometry.coordinates]), [parcel.id]);
  const plan = useMemo<SheetPlan>(
    () => ({
      srid: geometryLegal.srid,
      drawing: false,
      shapes: [
        { kind: parcel.state === 'current' && at === null ? 'subject' : 'old', rings: geometryLegal.coordinates },
      ],
    }),
    [geometryLegal, parcel.state, at],
  );
  return (
    <div className="land-body">
      <section className="pane pane-map" data-pane="map" aria-label={w('pane.map')} tabIndex={-1}>
        <Suspense fallback={<p className="list-state">{w('state.loading')}</p>}>
          <MapPane
            records={null}
            focus={focus}
            plan={plan}
            onParcel={(picked) => {
              if (picked && picked.id !== parcel.id) void navigate(`/desk/parcels/${picked.id}`);
            }}
          />
        </Suspense>
      </section>
      <section className="pane pane-sheet sheet" data-pane="sheet" aria-label={w('pane.sheet')} tabIndex={-1}>
        {at === null && <OperationsSection parcel={parcel} />}
        <ParcelFacts parcel={parcel} />
        <RightsSection id={parcel.id} at={at} />
        {at === null && <CertificatesSection parcelId={parcel.id} />}
        <DocumentsSection parcelId={parcel.id} />
        <LayersSection id={parcel.id} at={at} />
        <PapersSection parcel={parcel} makes={at === null} />
        <ParcelPast parcel={parcel} />
      </section>
    </div>
  );
}
