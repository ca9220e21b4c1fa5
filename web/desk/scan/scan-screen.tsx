import { useParams } from 'react-router';
import '../parcel/land.css';
import { ListState } from '../shell/list-state.tsx';
import { DocumentDesk } from './document-desk.tsx';
import './scan.css';
import { useDocument } from './use-documents.ts';

/** One scanned paper: its pages beside what they say, to be confirmed field by field, and then decided on by somebody else. */
export default function ScanScreen() {
  const { id = '' } = useParams();
  const looked = useDocument(id);
  return (
    <div className="land-screen">
      <ListState of={looked} empty={null}>
        {looked.data && (
          <DocumentDesk
            key={`${id} ${looked.data.status === 'reading'} ${looked.data.mayRead} ${looked.data.maySettle}`}
            document={looked.data}
          />
        )}
      </ListState>
    </div>
  );
}
