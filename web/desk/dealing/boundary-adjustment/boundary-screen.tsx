import { useParams } from 'react-router';
import type { ParcelDetail, ParcelNeighbours } from '../../../api/parcels.ts';
import '../../parcel/land.css';
import { ListState } from '../../shell/list-state.tsx';
import { useWords } from '../../shell/use-words.tsx';
import { EachChangedMeanwhile } from '../changed-meanwhile.tsx';
import { DrawEditor } from '../draw/draw-editor.tsx';
import { useAfter } from '../form/use-after.ts';
import { PartChoice } from '../merge/part-choice.tsx';
import { useMerge } from '../merge/use-merge.ts';
import type { Lines } from '../split/draw-history.ts';

/** Moving the common boundary of neighbours: chosen in a list, the new boundary drawn or typed. */
export default function BoundaryScreen() {
  const { id = '' } = useParams();
  const after = useAfter();
  return <Boundary key={`${id} ${after}`} id={id} />;
}

function Boundary({ id }: { readonly id: string }) {
  const { after, ids, looked, whole, chosen, neighbours, rights, choose } = useMerge(id);
  const [first] = chosen;
  const { w } = useWords();
  return (
    <ListState of={looked} empty={null}>
      {first && (
        <>
          {whole && <EachChangedMeanwhile parcels={chosen} rights={rights} />}
          <Editor
            key={id}
            after={after}
            first={first}
            chosen={chosen}
            whole={whole}
            neighbours={neighbours}
            choice={
              <PartChoice
                title={w('boundary.parts')}
                first={id}
                ids={ids}
                chosen={chosen}
                neighbours={neighbours}
                choose={choose}
              />
            }
          />
        </>
      )}
    </ListState>
  );
}

interface Props {
  /** The draft that it follows in one file; null where it begins one. */
  readonly after: string | null;
  readonly first: ParcelDetail;
  readonly chosen: readonly ParcelDetail[];
  readonly whole: boolean;
  readonly neighbours: ParcelNeighbours['items'];
  readonly choice: React.ReactNode;
}

function Editor({ after, first, chosen, whole, neighbours, choice }: Props) {
  const { w } = useWords();
  const { no, sheet, geometryLegal } = first;
  const many = whole && chosen.length > 1;
  const others = [...chosen.slice(1), ...neighbours];
  const say = ([line, ...moreLines]: Lines) =>
    !many || line === undefined
      ? null
      : { srid: geometryLegal.srid, line, ...(moreLines.length === 0 ? {} : { moreLines }) };
  return (
    <DrawEditor
      kind="boundary_adjustment"
      title={w('boundary.title', { no, sheet })}
      parcel={first}
      neighbours={others}
      follows={after}
      targets={chosen}
      say={say}
      how={(lines) => (!many ? 'boundary.choose' : lines.length === 0 ? 'boundary.how' : 'split.oneCorner')}
      before={choice}
    />
  );
}
