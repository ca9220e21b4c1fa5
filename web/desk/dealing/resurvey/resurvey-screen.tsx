import { useParams } from 'react-router';
import '../../parcel/land.css';
import { useNeighbours, useParcel } from '../../parcel/use-parcel.ts';
import { ListState } from '../../shell/list-state.tsx';
import { ChangedMeanwhile } from '../changed-meanwhile.tsx';
import { ResurveyEditor } from './resurvey-editor.tsx';

/** Surveying a parcel anew: its boundary typed or pasted, drawn, or out of a shapefile. */
export default function ResurveyScreen() {
  const { id = '' } = useParams();
  const parcel = useParcel(id, null);
  const neighbours = useNeighbours(id);
  return (
    <ListState of={parcel.data ? neighbours : parcel} empty={null}>
      {parcel.data && neighbours.data && (
        <>
          <ChangedMeanwhile key={id} parcel={parcel.data} />
          <ResurveyEditor key={id} parcel={parcel.data} neighbours={neighbours.data.items} />
        </>
      )}
    </ListState>
  );
}
