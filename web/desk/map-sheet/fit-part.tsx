import { LEAST_TIES, LIMIT } from '../../../server/domain/map-sheet/judge-fit.ts';
import type { TransformationKind } from '../../../server/domain/map-sheet/transformation.ts';
import { formatFixed } from '../../../server/domain/words/format-number.ts';
import { useWords } from '../shell/use-words.tsx';
import type { RowsJudged } from './point-rows.ts';

interface Props {
  readonly judged: RowsJudged;
  /** Names of the rows that were judged. */
  readonly names: readonly string[];
  readonly method: TransformationKind;
  readonly scale: number;
  readonly toleranceM: number;
}

const SIGNS = { few: '○', within: '✓', beyond: '▲' } as const;

/** What the points are worth, in a sentence with its numbers. */
export function FitPart({ judged: { fit, residuals }, names, method, scale, toleranceM }: Props) {
  const { w, language } = useWords();
  const used = residuals.filter((off) => off !== null).length;
  const worst = residuals.reduce<number | null>(
    (most, off, at) => (off !== null && off > (most === null ? 0 : (residuals[most] ?? 0)) ? at : most),
    null,
  );
  const m = (metres: number) => formatFixed(metres, language, 2);
  const verdict = fit?.verdict ?? 'few';
  const facts = { rms: m(fit?.rmsM ?? 0), tolerance: m(toleranceM), scale, limit: LIMIT };
  return (
    <section className="land-part sheet-fit" data-part="fit" data-verdict={verdict} aria-live="polite">
      <p>
        <span aria-hidden="true">{SIGNS[verdict]}</span>{' '}
        <strong>
          {verdict === 'few' ? w('sheet.few', { n: used, least: LEAST_TIES[method] }) : w('sheet.rms', facts)}
        </strong>
      </p>
      {verdict !== 'few' && <p>{w(verdict === 'within' ? 'sheet.within' : 'sheet.beyond', facts)}</p>}
      {verdict === 'beyond' && worst !== null && (
        <p>{w('sheet.worst', { name: names[worst] ?? '', off: m(residuals[worst] ?? 0) })}</p>
      )}
      {method === 'thin_plate' && <p className="quiet">{w('sheet.plateNote')}</p>}
    </section>
  );
}
