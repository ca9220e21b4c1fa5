import type { ParcelDetail, ParcelNeighbours } from '../../../api/parcels.ts';
import { useWords } from '../../shell/use-words.tsx';
import { DrawEditor } from '../draw/draw-editor.tsx';

interface Props {
  readonly parcel: ParcelDetail;
  readonly neighbours: ParcelNeighbours['items'];
  /** The draft that it follows in one file; null where it begins one. */
  readonly after: string | null;
}

/** The cutting of one parcel by lines. */
export function SplitEditor({ parcel, neighbours, after }: Props) {
  const { w } = useWords();
  const { no, sheet, geometryLegal } = parcel;
  return (
    <DrawEditor
      kind="split"
      title={w('split.title', { no, sheet })}
      parcel={parcel}
      neighbours={neighbours}
      follows={after}
      targets={[parcel]}
      say={(lines) => (lines.length === 0 ? null : { srid: geometryLegal.srid, lines })}
      how={(lines) => (lines.length === 0 ? 'split.how' : 'split.oneCorner')}
    />
  );
}
