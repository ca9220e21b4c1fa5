import { useParams } from 'react-router';
import '../../parcel/land.css';
import { useNeighbours, useParcel } from '../../parcel/use-parcel.ts';
import { ListState } from '../../shell/list-state.tsx';
import { ChangedMeanwhile } from '../changed-meanwhile.tsx';
import { useAfter } from '../form/use-after.ts';
import { SplitEditor } from './split-editor.tsx';

/** Cutting a parcel by lines: drawn on the map, typed or pasted. */
export default function SplitScreen() {
  const { id = '' } = useParams();
  const after = useAfter();
  const parcel = useParcel(id, null, after);
  const neighbours = useNeighbours(id, after);
  return (
    <ListState of={parcel.data ? neighbours : parcel} empty={null}>
      {parcel.data && neighbours.data && (
        <>
          <ChangedMeanwhile key={id} parcel={parcel.data} />
          <SplitEditor key={`${id} ${after}`} after={after} parcel={parcel.data} neighbours={neighbours.data.items} />
        </>
      )}
    </ListState>
  );
}
