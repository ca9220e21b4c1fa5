import type { DocumentPage } from '../../../api/document/documents.ts';
import { usePagePicture } from '../use-documents.ts';
import { useBlobUrl } from './use-blob-url.ts';
import type { Box } from './view-of-box.ts';

interface Props {
  readonly id: string;
  readonly page: DocumentPage;
  readonly box: Box;
}

/** CSS pixels of a crop. */
const ROOM = { width: 176, height: 30 } as const;
/** Points of the picture around what is cut out. */
const AROUND = 10;
/** Nearer is no sharper: the picture for screens has half the points of the full one. */
const NEAREST = 0.6;

/** What stands on the paper at a field, cut out of its page. The value beside it says the same in letters. */
export function FieldCrop({ id, page, box }: Props) {
  const url = useBlobUrl(usePagePicture(id, page.page, 'screen').data);
  const { width, height } = page;
  if (!url || !width || !height) return <span className="field-crop" />;
  const [x, y, boxWidth, boxHeight] = box;
  const [wide, high] = [boxWidth + 2 * AROUND, boxHeight + 2 * AROUND];
  const scale = Math.min(ROOM.width / wide, ROOM.height / high, NEAREST);
  return (
    <span className="field-crop" data-turn={page.turn} style={{ width: wide * scale, height: high * scale }}>
      <img
        src={url}
        alt=""
        style={{
          width: width * scale,
          height: height * scale,
          left: (AROUND - x) * scale,
          top: (AROUND - y) * scale,
        }}
      />
    </span>
  );
}
