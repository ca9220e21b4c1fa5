import { formatAreaColumn, formatFixed } from '../../../../server/domain/words/format-number.ts';
import { useWords } from '../../shell/use-words.tsx';
import type { FieldsetProps } from '../form/deal-form.ts';
import { PointTable } from '../split/point-table.tsx';
import { TypedPointsForm } from '../split/typed-points-form.tsx';
import { shapeOf, shapeStep } from './drawn-shape.ts';
import { measureShape } from './measure-shape.ts';
import type { RestrictionFields } from './restriction-form.ts';

/** Ground below this is the reach of a typed corner, no part, m². */
const NOTHING_M2 = 0.1;

/** The corners of the shape as a table, filled by the map and by typing alike, with what the shape measures. */
export function ShapeFields({
  fields,
  parcel,
  change,
}: Pick<FieldsetProps<RestrictionFields>, 'fields' | 'parcel' | 'change'>) {
  const { w, language } = useWords();
  const { drawing, place } = fields;
  const { lines } = drawing.now;
  const act = (action: Parameters<typeof shapeStep>[1]) => change({ drawing: shapeStep(drawing, action) });
  const isArea = place === 'polygon';
  const { lengthM, insideM2, outsideM2, crossesItself } = measureShape(place, lines, parcel);
  const few = lines.length > 0 && shapeOf(place, lines, parcel) === undefined;
  return (
    <section className="land-shape" data-part="shape" aria-label={w('form.shape')}>
      <p className="quiet">{w(isArea ? 'form.shapeHowPart' : 'form.shapeHowLine')}</p>
      {lines.length > 0 && <PointTable lines={lines} act={act} />}
      <p role="status" data-fact="measure">
        {crossesItself && w('form.shapeCrosses')}
        {few && w(isArea ? 'form.shapeFewPart' : 'form.shapeFewLine')}
        {insideM2 !== null && w('form.shapeInside', { area: formatAreaColumn(insideM2, language) })}
        {outsideM2 > NOTHING_M2 && ` · ${w('form.shapeOutside', { area: formatAreaColumn(outsideM2, language) })}`}
        {!isArea && !few && lines.length > 0 && w('form.shapeLong', { length: formatFixed(lengthM, language, 2) })}
      </p>
      <TypedPointsForm parcel={parcel} act={act} adds="form.shapeTyped" />
    </section>
  );
}
