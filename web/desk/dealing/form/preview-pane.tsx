import type { DealingPreview } from '../../../api/dealings.ts';
import { useWords } from '../../shell/use-words.tsx';
import { ChangesTable } from '../changes-table.tsx';
import { RightsTable } from '../rights-table.tsx';
import { VerdictList } from './verdict-list.tsx';

interface Props {
  readonly preview: DealingPreview;
  readonly land: readonly { readonly parcelId: string; readonly no: string }[];
}

/** What would come of a dealing: what the rules say, and the rights before and after. */
export function PreviewPane({ preview: { verdicts, rights, raises, changes }, land }: Props) {
  const { w } = useWords();
  return (
    <>
      {verdicts.length === 0 ? (
        <p className="mark" data-tone="good">
          <span aria-hidden="true">●</span> {w('dealing.noVerdicts')}
        </p>
      ) : (
        <VerdictList verdicts={verdicts} />
      )}
      {changes.length > 0 && (
        <>
          <h3>{w('change.title')}</h3>
          <ChangesTable changes={changes} />
        </>
      )}
      {rights.length > 0 && (
        <>
          <h3>{w('dealing.rights')}</h3>
          <RightsTable rights={rights} land={[...land, ...raises]} />
        </>
      )}
    </>
  );
}
