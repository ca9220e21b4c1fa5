import { useParams } from 'react-router';
import '../../parcel/land.css';
import { useNeighbours, useParcel } from '../../parcel/use-parcel.ts';
import { ListState } from '../../shell/list-state.tsx';
import { ChangedMeanwhile } from '../changed-meanwhile.tsx';
import { useAfter } from '../form/use-after.ts';
import { ResurveyEditor } from './resurvey-editor.tsx';

/** Surveying a parcel anew: its boundary typed or pasted, drawn, or out of a shapefile. */
export default function ResurveyScreen() {
  const { id = '' } = useParams();
  const after = useAfter();
  const parcel = useParcel(id, null, after);
  const neighbours = useNeighbours(id, after);
  return (
    <ListState of={parcel.data ? neighbours : parcel} empty={null}>
      {parcel.data && neighbours.data && (
        <>
          <ChangedMeanwhile key={id} parcel={parcel.data} />
          <ResurveyEditor
            key={`${id} ${after}`}
            after={after}
            parcel={parcel.data}
            neighbours={neighbours.data.items}
          />
        </>
      )}
    </ListState>
  );
}
