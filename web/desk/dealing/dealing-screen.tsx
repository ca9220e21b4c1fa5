import { Fragment, lazy, Suspense } from 'react';
import { Link, useParams } from 'react-router';
import { formatDay, formatMoment } from '../../../server/domain/words/format-day.ts';
import type { DealingDetail } from '../../api/dealings.ts';
import '../parcel/land.css';
import { ListState } from '../shell/list-state.tsx';
import { staffName } from '../shell/session/staff-name.ts';
import { useWords } from '../shell/use-words.tsx';
import { AndThen } from './and-then.tsx';
import { ChangesTable } from './changes-table.tsx';
import { DealingMark } from './dealing-mark.tsx';
import { DealingSteps } from './dealing-steps.tsx';
import { FileSection } from './file-section.tsx';
import { VerdictList } from './form/verdict-list.tsx';
import { dealingTitle } from './land-names.ts';
import { LandTable } from './land-table.tsx';
import { BasisOfDealing, PapersOfDealing } from './papers-of-dealing.tsx';
import { PayloadWords } from './payload-words.tsx';
import { RightsTable } from './rights-table.tsx';
import { UndoButton } from './undo-button.tsx';
import { useDealing } from './use-dealings.ts';

const DealingMap = lazy(() => import('./dealing-map.tsx'));

/** One dealing: what it would do to land and rights, what the rules say of it, and the steps that are mine. */
export default function DealingScreen() {
  const { id = '' } = useParams();
  const { w } = useWords();
  const looked = useDealing(id);
  const dealing = looked.data;
  return (
    <div className="land-screen">
      <header className="land-head">
        <div>
          <h1>{dealing ? dealingTitle(dealing, w) : w('dealings.title')}</h1>
          {dealing && (
            <p className="land-under">
              <DealingMark dealing={dealing} /> · {dealing.commune.name}
              {dealing.entered !== null && ` · ${w('dealing.lateMark')}`}
              {dealing.file.length > 0 &&
                ` · ${w('dealfile.title')}: ${dealing.file.map(({ kind }) => w(`kind.${kind}`)).join(' → ')}`}
            </p>
          )}
        </div>
        {dealing && (
          <div className="step-bar">
            <UndoButton dealing={dealing} />
            <DealingSteps dealing={dealing} />
          </div>
        )}
      </header>
      <ListState of={looked} empty={null}>
        {dealing && <Known dealing={dealing} />}
      </ListState>
    </div>
  );
}

function Known({ dealing }: { readonly dealing: DealingDetail }) {
  const { w, language } = useWords();
  // What an earlier one of the file will raise has no page yet.
  const pending =
    dealing.file.findIndex(({ dealingId }) => dealingId === dealing.dealingId) > 0 && dealing.registeredAt === null;
  const { entered, decidedAt } = dealing;
  const { proposedBy, decidedBy, reason, lodgedAt, registeredAt, raises, rights, changes, verdicts, targets } = dealing;
  return (
    <div className="land-body">
      <section className="pane pane-map" data-pane="map" aria-label={w('dealing.map')} tabIndex={-1}>
        <Suspense fallback={<p className="list-state">{w('state.loading')}</p>}>
          <DealingMap dealing={dealing} />
        </Suspense>
      </section>
      <section className="pane pane-sheet sheet" data-pane="sheet" aria-label={w('pane.sheet')} tabIndex={-1}>
        <section className="land-part" data-part="verdicts">
          <h2>{w('dealing.verdicts')}</h2>
          {verdicts.length === 0 ? (
            <p className="mark" data-tone="good">
              <span aria-hidden="true">●</span> {w('dealing.noVerdicts')}
            </p>
          ) : (
            <VerdictList verdicts={verdicts} />
          )}
        </section>
        <section className="land-part" data-part="says">
          <h2>{w('dealing.says')}</h2>
          <p>
            {targets.map(({ parcelId, no, sheet }, at) => (
              <Fragment key={parcelId}>
                {at > 0 && '; '}
                {pending ? (
                  w('parcel.name', { no, sheet })
                ) : (
                  <Link to={`/desk/parcels/${parcelId}`}>{w('parcel.name', { no, sheet })}</Link>
                )}
              </Fragment>
            ))}
          </p>
          {dealing.kind === 'reversal' && typeof dealing.payload?.dealingId === 'string' && (
            <p>
              <Link to={`/desk/dealings/${dealing.payload.dealingId}`}>{w('says.undone')}</Link>
            </p>
          )}
          <PapersOfDealing dealing={dealing} />
          <BasisOfDealing dealing={dealing} />
          <PayloadWords dealing={dealing} />
        </section>
        {raises.length > 0 && (
          <section className="land-part" data-part="land">
            <h2>{w('dealing.land')}</h2>
            <LandTable raises={raises} links={dealing.status === 'registered'} />
          </section>
        )}
        {changes.length > 0 && (
          <section className="land-part" data-part="changed">
            <h2>{w('change.title')}</h2>
            <ChangesTable changes={changes} />
          </section>
        )}
        {rights.length > 0 && (
          <section className="land-part" data-part="rights">
            <h2>{w('dealing.rights')}</h2>
            <RightsTable rights={rights} land={[...targets, ...raises]} />
          </section>
        )}
        <FileSection dealing={dealing} />
        <AndThen dealing={dealing} />
        <section className="land-part" data-part="people">
          <h2>{w('dealing.people')}</h2>
          <dl className="facts">
            <dt>{w('dealing.proposedBy')}</dt>
            <dd>{staffName(proposedBy, w)}</dd>
            {lodgedAt !== null && (
              <>
                <dt>{w('dealing.lodgedAt')}</dt>
                <dd>{formatMoment(lodgedAt, language)}</dd>
              </>
            )}
            {decidedBy && (
              <>
                <dt>{w('dealing.decidedBy')}</dt>
                <dd>{staffName(decidedBy, w)}</dd>
              </>
            )}
            {entered !== null && (
              <>
                <dt>{w('dealing.entered')}</dt>
                <dd data-part="entered">
                  {w('dealing.enteredOf', { book: entered.book, day: formatDay(entered.on, language) })}
                </dd>
              </>
            )}
            {registeredAt !== null && entered === null && (
              <>
                <dt>{w('dealing.registeredAt')}</dt>
                <dd>{formatMoment(registeredAt, language)}</dd>
              </>
            )}
            {registeredAt !== null && entered !== null && (
              <>
                <dt>{w('dealing.holdsFrom')}</dt>
                <dd>{formatDay(entered.on, language)}</dd>
                <dt>{w('dealing.decidedAt')}</dt>
                <dd>{formatMoment(decidedAt ?? registeredAt, language)}</dd>
              </>
            )}
            {reason !== null && (
              <>
                <dt>{w('dealing.reason')}</dt>
                <dd>{reason}</dd>
              </>
            )}
          </dl>
        </section>
      </section>
    </div>
  );
}
