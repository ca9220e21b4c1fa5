import { useParams } from 'react-router';
import '../parcel/land.css';
import { useBlobUrl } from '../scan/page/use-blob-url.ts';
import { usePagePicture } from '../scan/use-documents.ts';
import { ListState } from '../shell/list-state.tsx';
import './map-sheet.css';
import { SheetDesk } from './sheet-desk.tsx';
import { useMapSheet } from './use-map-sheet.ts';

/** A map sheet on paper: laid on the land by control points, traced, and handed over as a batch. */
export default function MapSheetScreen() {
  const { id = '', n = '' } = useParams();
  const page = { id, page: Number(n) };
  const looked = useMapSheet(page);
  const full = usePagePicture(id, page.page, 'full', looked.data !== undefined);
  const url = useBlobUrl(full.data);
  return (
    <div className="land-screen">
      <ListState of={looked.data ? full : looked} empty={null}>
        {looked.data && full.data && url && (
          <SheetDesk key={`${id} ${n}`} page={page} sheet={looked.data} picture={{ url, blob: full.data }} />
        )}
      </ListState>
    </div>
  );
}
