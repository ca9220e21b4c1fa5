import { useEffect, useRef } from 'react';
import type { DocumentPage } from '../../../api/document/documents.ts';
import { useWords } from '../../shell/use-words.tsx';
import { usePagePicture } from '../use-documents.ts';
import { useBlobUrl } from './use-blob-url.ts';
import { useSeen } from './use-seen.ts';

interface Props {
  readonly id: string;
  readonly pages: readonly DocumentPage[];
  readonly current: number;
  onChoose(page: number): void;
}

/** The pages of a document in a row of small pictures; pages of its file that are not shown, with the reason. */
export function PageStrip({ id, pages, current, onChoose }: Props) {
  const { w } = useWords();
  return (
    <ol className="page-strip" aria-label={w('scan.pages')}>
      {pages.map((page) =>
        page.page === 0 ? (
          <li key={`refused ${page.fileNo}`} className="page-refused">
            <strong>{w('scan.pageOfFile', { n: page.fileNo })}</strong> {page.troubleText}
          </li>
        ) : (
          <li key={page.page}>
            <Thumb id={id} page={page} isCurrent={page.page === current} onChoose={onChoose} />
          </li>
        ),
      )}
    </ol>
  );
}

interface ThumbProps {
  readonly id: string;
  readonly page: DocumentPage;
  readonly isCurrent: boolean;
  onChoose(page: number): void;
}

function Thumb({ id, page, isCurrent, onChoose }: ThumbProps) {
  const { w } = useWords();
  const self = useRef<HTMLButtonElement>(null);
  const url = useBlobUrl(usePagePicture(id, page.page, 'thumb', useSeen(self)).data);
  useEffect(() => {
    if (isCurrent) self.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isCurrent]);
  const [width, height] = [page.width ?? 210, page.height ?? 297];
  return (
    <button
      ref={self}
      type="button"
      aria-current={isCurrent ? 'page' : undefined}
      data-page={page.page}
      onClick={() => onChoose(page.page)}
    >
      <span className="page-thumb" style={{ aspectRatio: `${width} / ${height}` }}>
        {url && <img src={url} alt="" data-turn={page.turn} />}
      </span>
      <span>
        {w('scan.page', { n: page.page })}
        {page.mark && <small>{w(`scan.mark.${page.mark}`)}</small>}
      </span>
    </button>
  );
}
