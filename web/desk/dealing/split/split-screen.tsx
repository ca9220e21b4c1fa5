import { useParams } from 'react-router';
import '../../parcel/land.css';
import { useNeighbours, useParcel } from '../../parcel/use-parcel.ts';
import { ListState } from '../../shell/list-state.tsx';
import { ChangedMeanwhile } from '../changed-meanwhile.tsx';
import { SplitEditor } from './split-editor.tsx';

/** Cutting a parcel by lines: drawn on the map, typed or pasted. */
export default function SplitScreen() {
  const { id = '' } = useParams();
  const parcel = useParcel(id, null);
  const neighbours = useNeighbours(id);
  return (
    <ListState of={parcel.data ? neighbours : parcel} empty={null}>
      {parcel.data && neighbours.data && (
        <>
          <ChangedMeanwhile key={id} parcel={parcel.data} />
          <SplitEditor key={id} parcel={parcel.data} neighbours={neighbours.data.items} />
        </>
      )}
    </ListState>
  );
}
