import { useParams } from 'react-router';
import '../../parcel/land.css';
import { ListState } from '../../shell/list-state.tsx';
import { EachChangedMeanwhile } from '../changed-meanwhile.tsx';
import { useAfter } from '../form/use-after.ts';
import { MergeEditor } from './merge-editor.tsx';
import { useMerge } from './use-merge.ts';

/** Making one parcel of several that meet: chosen on the map or in the list, with what becomes of holders and burdens. */
export default function MergeScreen() {
  const { id = '' } = useParams();
  const after = useAfter();
  return <Merge key={`${id} ${after}`} id={id} />;
}

function Merge({ id }: { readonly id: string }) {
  const merge = useMerge(id);
  return (
    <ListState of={merge.looked} empty={null}>
      {merge.chosen[0] && (
        <>
          {merge.whole && <EachChangedMeanwhile parcels={merge.chosen} rights={merge.rights} />}
          <MergeEditor first={merge.chosen[0]} {...merge} />
        </>
      )}
    </ListState>
  );
}
