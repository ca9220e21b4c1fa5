import { type KeyboardEvent, lazy, Suspense, useMemo } from 'react';
import { formatAreaColumn, formatFixed } from '../../../../server/domain/words/format-number.ts';
import type { PlanShape } from '../../../map/map-context.ts';
import { boxOfRings } from '../../parcel/box-of-rings.ts';
import { restrictionShapes } from '../../parcel/plan-of-parcel.ts';
import { useNeighbours } from '../../parcel/use-parcel.ts';
import { useWords } from '../../shell/use-words.tsx';
import type { FieldsetProps } from '../form/deal-form.ts';
import { useAfter } from '../form/use-after.ts';
import { planOfCut } from '../split/plan-of-cut.ts';
import { SplitTools } from '../split/split-tools.tsx';
import { useDrawing } from '../split/use-drawing.ts';
import { ringOf, shapeStep } from './drawn-shape.ts';
import { measureShape } from './measure-shape.ts';
import type { RestrictionFields } from './restriction-form.ts';

const MapPane = lazy(() => import('../../shell/map-pane.tsx'));
const NONE: never[] = [];

/** Enter in a box over the map is no wish to lodge. */
const stayHere = (event: KeyboardEvent) => {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
};

/** The shape of a restriction over its parcel: drawn with what catches, its ground measured while it is drawn. */
export function RestrictionMap({ fields, parcel, rights, change }: FieldsetProps<RestrictionFields>) {
  const { w, language } = useWords();
  const neighbours = useNeighbours(parcel.id, useAfter()).data?.items ?? NONE;
  const { drawing, place } = fields;
  const act = (action: Parameters<typeof shapeStep>[1]) => change({ drawing: shapeStep(drawing, action) });
  const isArea = place === 'polygon';
  const { pointer, onCorner, onPointer } = useDrawing({ parcel, neighbours, closes: isArea }, drawing, act);
  const { lines, open } = drawing.now;
  const plan = planOfCut(
    { parcel, neighbours, lines, open, pointer, parts: NONE, chosen: null },
    {
      parcel: (no) => w('split.ofParcel', { no }),
      line: (n) => w('split.ofLine', { n }),
      caught: (caught) => `${w(`split.catch.${caught.kind}`)} · ${caught.name}`,
      area: () => '',
      length: (metres) => `${formatFixed(metres, language, 2)} m`,
    },
  );
  const under = open && pointer ? [[...(lines[0] ?? NONE), pointer.at]] : lines;
  const ring = isArea ? ringOf(under) : null;
  const inside = ring && measureShape('polygon', under, parcel).insideM2;
  const drawn: PlanShape[] = ring
    ? [
        {
          kind: 'restriction',
          rings: [ring],
          ...(inside === null ? {} : { label: formatAreaColumn(inside, language) }),
        },
      ]
    : [];
  // Ground below, lines and what catches above.
  const ground = plan.shapes.filter(({ kind }) => kind === 'neighbour' || kind === 'subject');
  const above = plan.shapes.filter((shape) => !ground.includes(shape));
  const standing = rights.restrictions.flatMap((one) => restrictionShapes(one, plan.srid));
  const focus = useMemo(() => boxOfRings([parcel.geometry.coordinates]), [parcel.geometry.coordinates]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a key of a box inside is kept from the form around it
    <div className="land-drawing" onKeyDown={stayHere}>
      <section className="pane pane-map" data-pane="map" aria-label={w('pane.map')} tabIndex={-1}>
        <Suspense fallback={<p className="list-state">{w('state.loading')}</p>}>
          <MapPane
            records={null}
            focus={focus}
            near
            plan={{ ...plan, shapes: [...ground, ...standing, ...drawn, ...above] }}
            onCorner={onCorner}
            onPointer={onPointer}
            onFinish={() => act({ do: 'finish' })}
          />
        </Suspense>
        <SplitTools history={drawing} act={act} />
      </section>
      <footer className="land-foot">
        <span>
          {pointer?.caught
            ? w('split.catches', { what: w(`split.catch.${pointer.caught.kind}`), name: pointer.caught.name })
            : w('split.free')}
        </span>
        <span className="number">
          {pointer && `X ${formatFixed(pointer.at[1], language, 3)} · Y ${formatFixed(pointer.at[0], language, 3)}`}
        </span>
        <span>{lines.length > 0 && w(drawing.past.length === 0 ? 'split.restored' : 'split.kept')}</span>
      </footer>
    </div>
  );
}
