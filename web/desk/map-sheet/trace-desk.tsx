import { lazy, Suspense, useMemo, useState } from 'react';
import { Link } from 'react-router';
import { transformer } from '../../../server/domain/crs.ts';
import { judgeFit } from '../../../server/domain/map-sheet/judge-fit.ts';
import { landAreaOf } from '../../../server/domain/map-sheet/land-of-rings.ts';
import { tiesOf } from '../../../server/domain/map-sheet/map-sheet.ts';
import type { Transformation } from '../../../server/domain/map-sheet/transformation.ts';
import { formatFixed } from '../../../server/domain/words/format-number.ts';
import type { MapSheetDetail, MapSheetLand, MapSheetPlacing } from '../../api/document/map-sheets.ts';
import type { SheetPicture } from '../../map/map-context.ts';
import { useWords } from '../shell/use-words.tsx';
import { ParcelTable } from './parcel-table.tsx';
import { boxOf, planOfTraced, targetsOfLand } from './traced-plan.ts';
import { type Keeper, useSheetLand } from './use-map-sheet.ts';
import { useTracing } from './use-tracing.ts';

const MapPane = lazy(() => import('../shell/map-pane.tsx'));

interface Props {
  readonly sheet: MapSheetDetail;
  readonly picture: { readonly url: string };
  readonly keeper: Keeper;
}

/** The sheet on the land, once its points lay it down. */
export function TraceDesk({ sheet, picture, keeper }: Props) {
  const { w } = useWords();
  const { placing, tolerances } = sheet;
  const fit = useMemo(() => {
    const toleranceM = tolerances.find(({ scale }) => scale === placing?.scale)?.toleranceM ?? 0;
    return placing && judgeFit(placing.method, tiesOf(placing.points), toleranceM);
  }, [placing, tolerances]);
  if (!placing || !fit) return <p className="list-state">{w('sheet.notPlaced')}</p>;
  return (
    <Tracing sheet={sheet} placing={placing} transformation={fit.transformation} picture={picture} keeper={keeper} />
  );
}

interface TracingProps extends Props {
  readonly placing: MapSheetPlacing;
  readonly transformation: Transformation;
}
const START_OPACITY = 70;
const NO_LAND: MapSheetLand['items'] = [];

/** Boundaries traced over the sheet, each with its number, beside their table. */
function Tracing({ sheet, placing, transformation, picture, keeper }: TracingProps) {
  const { w, language } = useWords();
  const { srid, points } = placing;
  const land = useSheetLand(sheet);
  const registered = land.data?.items ?? NO_LAND;
  const targets = useMemo(() => targetsOfLand(registered), [registered]);
  const { history, act, finish, ground, isBroughtBack, isBeside, pointer, onCorner, onPointer } = useTracing(
    sheet,
    srid,
    transformation,
    keeper,
    targets,
  );
  const [chosen, setChosen] = useState<number | null>(null);
  const [opacity, setOpacity] = useState(START_OPACITY);
  const { now, past, future } = history;
  const { width, height, mayEdit, verdict, batches } = sheet;
  const metresPerPoint = useMemo(() => {
    const [a, b] = [transformation.toGround([0, 0]), transformation.toGround([width, height])];
    return Math.hypot(b[0] - a[0], b[1] - a[1]) / Math.hypot(width, height);
  }, [transformation, width, height]);
  const overlay = useMemo<SheetPicture>(
    () => ({ url: picture.url, width, height, srid, transformation, metresPerPoint, opacity: opacity / 100 }),
    [picture.url, width, height, srid, transformation, metresPerPoint, opacity],
  );
  const focus = useMemo(() => {
    const toDegrees = transformer(srid, 4326);
    return boxOf(points.filter(({ used }) => used).map(({ east, north }) => toDegrees([east, north])));
  }, [srid, points]);
  const plan = planOfTraced(ground, now, { srid, chosen, pointer, drawing: mayEdit, registered });
  const areas = useMemo(() => ground.land.map(landAreaOf), [ground]);
  return (
    <div className="land-body sheet-trace">
      <section className="pane pane-map" data-pane="map" aria-label={w('pane.map')} tabIndex={-1}>
        <Suspense fallback={<p className="list-state">{w('state.loading')}</p>}>
          <MapPane
            records={null}
            focus={focus}
            near
            sheet={overlay}
            plan={plan}
            onCorner={onCorner}
            onPointer={onPointer}
            onFinish={finish}
          />
        </Suspense>
        <div className="land-tools" role="toolbar" aria-label={w('sheet.tools')}>
          <button type="button" disabled={past.length === 0} onClick={() => act({ do: 'undo' })}>
            {w('split.undo')} <kbd>Ctrl Z</kbd>
          </button>
          <button type="button" disabled={future.length === 0} onClick={() => act({ do: 'redo' })}>
            {w('split.redo')} <kbd>Ctrl Y</kbd>
          </button>
          <button type="button" disabled={now.open.length === 0} onClick={finish}>
            {w(now.open.length >= 3 ? 'sheet.close' : 'sheet.drop')} <kbd>Esc</kbd>
          </button>
          <label className="sheet-opacity">
            {w('sheet.opacity')}
            <input
              type="range"
              min={0}
              max={100}
              step={10}
              value={opacity}
              onChange={({ currentTarget }) => setOpacity(Number(currentTarget.value))}
            />
          </label>
        </div>
      </section>
      <section className="pane pane-sheet sheet" data-pane="sheet" aria-label={w('pane.sheet')} tabIndex={-1}>
        {land.isError && <p className="land-strip">{w('sheet.landUnknown')}</p>}
        {land.data?.more && <p className="land-strip">{w('sheet.landMore', { n: registered.length })}</p>}
        {verdict !== 'within' && <p className="land-strip">{w('sheet.notWithin')}</p>}
        {batches.length > 0 && (
          <p>
            {batches.map(({ batchId, parcels }) => (
              <Link key={batchId} to={`/desk/batches/${batchId}`}>
                {w('sheet.batch', { n: parcels })}
              </Link>
            ))}
          </p>
        )}
        <section className="land-part" data-part="parcels">
          <h2>{w('sheet.parcels')}</h2>
          {now.parcels.length === 0 ? (
            <p className="quiet">{w('sheet.noParcels')}</p>
          ) : (
            <ParcelTable
              parcels={now.parcels}
              areas={areas}
              chosen={chosen}
              mayEdit={mayEdit}
              onChoose={setChosen}
              onDescribe={(parcel, as) => act({ do: 'describe', parcel, as })}
              onRemove={(parcel) => act({ do: 'remove', parcel })}
            />
          )}
          {isBeside && (
            <p className="land-strip" role="status">
              {w('sheet.beside')}
            </p>
          )}
          <p className="quiet number" role="status">
            {now.open.length > 0 &&
              w(isBroughtBack ? 'sheet.broughtBack' : 'sheet.openCorners', { n: now.open.length })}
            {pointer?.caught &&
              pointer.caught.name !== '' &&
              ` ${w(pointer.caught.kind === 'corner' ? 'sheet.caughtCorner' : 'sheet.caughtEdge', { no: pointer.caught.name })}`}
            {pointer && ` X ${formatFixed(pointer.at[1], language, 2)} · Y ${formatFixed(pointer.at[0], language, 2)}`}
          </p>
        </section>
      </section>
    </div>
  );
}
