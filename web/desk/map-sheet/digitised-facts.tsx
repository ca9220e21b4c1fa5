import { Link } from 'react-router';
import { formatFixed } from '../../../server/domain/words/format-number.ts';
import type { BatchDetail } from '../../api/batch/batches.ts';
import { staffName } from '../shell/session/staff-name.ts';
import { useWords } from '../shell/use-words.tsx';

/** The survey document of a batch that was traced over a scanned sheet: what it came of, and how exactly. */
export function DigitisedFacts({ of }: { readonly of: NonNullable<BatchDetail['digitised']> }) {
  const { w, language } = useWords();
  const { documentId, page, sheetNo, scale, points, rmsM, toleranceM, madeBy, madeAt } = of;
  const m = (metres: number) => formatFixed(metres, language, 2);
  const facts = { no: sheetNo, scale, points, rms: m(rmsM), tolerance: m(toleranceM) };
  const when = new Date(madeAt).toLocaleDateString(language === 'vi' ? 'vi-VN' : 'en-GB', {
    timeZone: 'Asia/Ho_Chi_Minh',
  });
  return (
    <p className="land-strip" data-part="digitised">
      <strong>
        {documentId && page !== null ? (
          <Link to={`/desk/scans/${documentId}/pages/${page}/map`}>{w('sheet.digitised')}</Link>
        ) : (
          w('sheet.digitised')
        )}
      </strong>
      : {w('sheet.digitisedFacts', facts)}. {w('sheet.digitisedBy', { who: staffName(madeBy, w), when })}
    </p>
  );
}
