import { lazy, Suspense, useMemo } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { ParcelDetail, PastMoment } from '../../api/parcels.ts';
import type { SheetPlan } from '../../map/map-context.ts';
import { ListState } from '../shell/list-state.tsx';
import { useWords } from '../shell/use-words.tsx';
import { boxOfRings } from './box-of-rings.ts';
import { CertificatesSection } from './certificates-section.tsx';
import { DocumentsSection } from './documents-section.tsx';
import './land.css';
import { LayersSection } from './layers-section.tsx';
import { OperationsSection } from './operations-section.tsx';
import { PapersSection } from './paper/papers-section.tsx';
import { ParcelAreas, ParcelIdentity } from './parcel-facts.tsx';
import { ParcelStateMark } from './parcel-state-mark.tsx';
import { MomentBox, MomentStrip } from './past/moment-box.tsx';
import { ParcelPast } from './past/parcel-past.tsx';
import { useMoment } from './past/use-moment.ts';
import { planOfParcel } from './plan-of-parcel.ts';
import { RightsSection } from './rights-section.tsx';
import { useParcel, useParcelRights } from './use-parcel.ts';

const MapPane = lazy(() => import('../shell/map-pane.tsx'));

/** One parcel: where it lies, what it is, who holds it, what came before, and what may be done with it. */
export default function ParcelScreen() {
  const { id = '' } = useParams();
  const { w } = useWords();
  const [moment, choose] = useMoment();
  const parcel = useParcel(id, moment);
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
        <MomentBox moment={moment} onChoose={choose} />
      </header>
      {moment && <MomentStrip moment={moment} onNow={() => choose({ at: null, knownAt: null })} />}
      <ListState of={parcel} empty={null}>
        {known && <Known parcel={known} moment={moment} />}
      </ListState>
    </div>
  );
}

function Known({ parcel, moment }: { readonly parcel: ParcelDetail; readonly moment: PastMoment | null }) {
  const { w } = useWords();
  const navigate = useNavigate();
  const { geometry } = parcel;
  const { data: rights } = useParcelRights(parcel.id, moment);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same parcel again is no wish to go there again
  const focus = useMemo(() => boxOfRings([geometry.coordinates]), [parcel.id]);
  const plan = useMemo<SheetPlan>(
    () => planOfParcel(parcel, parcel.state === 'current' && moment === null, rights?.restrictions ?? []),
    [parcel, moment, rights],
  );
  return (
    <div className="land-body">
      <section className="pane pane-map" data-pane="map" aria-label={w('pane.map')} tabIndex={-1}>
        <Suspense fallback={<p className="list-state">{w('state.loading')}</p>}>
          <MapPane
            records={null}
            focus={focus}
            at={moment !== null && moment.knownAt === null ? moment.at : null}
            plan={plan}
            onParcel={(picked) => {
              if (picked && picked.id !== parcel.id) void navigate(`/desk/parcels/${picked.id}`);
            }}
          />
        </Suspense>
      </section>
      <section className="pane pane-sheet sheet" data-pane="sheet" aria-label={w('pane.sheet')} tabIndex={-1}>
        <ParcelAreas parcel={parcel} />
        <RightsSection id={parcel.id} moment={moment} />
        {moment === null && <OperationsSection parcel={parcel} />}
        <ParcelIdentity parcel={parcel} />
        {moment === null && <CertificatesSection parcelId={parcel.id} />}
        <DocumentsSection parcelId={parcel.id} />
        <LayersSection id={parcel.id} at={moment?.at ?? moment?.knownAt ?? null} />
        <PapersSection parcel={parcel} makes={moment === null} />
        <ParcelPast id={parcel.id} />
      </section>
    </div>
  );
}
