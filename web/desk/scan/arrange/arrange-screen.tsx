import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { getScan } from '../../../api/document/scans.ts';
import '../../parcel/land.css';
import '../scan.css';
import { ListState } from '../../shell/list-state.tsx';
import { guarded } from '../../shell/session/session-gate.ts';
import { DOCUMENTS_KEY } from '../use-documents.ts';
import './arrange.css';
import { ArrangeDesk } from './arrange-desk.tsx';

/** While changed documents are read again. */
const READING_MS = 1000;

/** The pages of one file, and the documents they make: cut, moved and merged by drag or key. */
export default function ArrangeScreen() {
  const { id = '' } = useParams();
  const client = useQueryClient();
  const looked = useQuery({
    queryKey: ['scan', id],
    queryFn: async ({ signal }) => {
      const scan = await guarded(() => getScan(id, signal));
      if (scan.status === 'read') await client.invalidateQueries({ queryKey: DOCUMENTS_KEY });
      return scan;
    },
    refetchInterval: ({ state }) => (state.data && state.data.status !== 'read' ? READING_MS : false),
    refetchOnWindowFocus: false,
  });
  return (
    <div className="land-screen">
      <ListState of={looked} empty={null}>
        {looked.data && <ArrangeDesk scan={looked.data} />}
      </ListState>
    </div>
  );
}
