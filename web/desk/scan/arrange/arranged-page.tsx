import { type DragEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import type { ScanDetail } from '../../../api/document/scans.ts';
import { useWords } from '../../shell/use-words.tsx';
import { useBlobUrl } from '../page/use-blob-url.ts';
import { useSeen } from '../page/use-seen.ts';
import { usePagePicture } from '../use-documents.ts';

interface Props {
  readonly scan: ScanDetail;
  readonly fileNo: number;
  readonly isChosen: boolean;
  button(button: HTMLButtonElement | null): void;
  onChoose(): void;
  onKeyDown(event: KeyboardEvent): void;
  onDrag(): void;
  onDrop(event: DragEvent): void;
}

/** A page that can be taken in hand: by the document it stands in now, whatever it is to be moved to. */
export function ArrangedPage({ scan, fileNo, isChosen, button, onChoose, onKeyDown, onDrag, onDrop }: Props) {
  const { w } = useWords();
  const self = useRef<HTMLButtonElement | null>(null);
  const owner = scan.documents.find(({ pages }) => pages.includes(fileNo));
  const place = (owner?.pages.indexOf(fileNo) ?? -1) + 1;
  const seen = useSeen(self);
  const url = useBlobUrl(usePagePicture(owner?.id ?? '', place, 'thumb', seen && owner !== undefined).data);
  const page = scan.pageList.find((one) => one.fileNo === fileNo);
  // A page that was moved to another row is another element: what was in hand stays so.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when it appears, not when it is chosen
  useEffect(() => {
    if (isChosen && document.activeElement === document.body) self.current?.focus();
  }, []);
  return (
    <li>
      <button
        ref={(element) => {
          self.current = element;
          button(element);
        }}
        type="button"
        draggable
        aria-pressed={isChosen}
        data-page={fileNo}
        onClick={onChoose}
        onFocus={onChoose}
        onKeyDown={onKeyDown}
        onDragStart={onDrag}
        onDragOver={(event) => event.preventDefault()}
        onDrop={onDrop}
      >
        <span className="page-thumb" style={{ aspectRatio: `${page?.width ?? 210} / ${page?.height ?? 297}` }}>
          {url && <img src={url} alt="" data-turn={page?.turn ?? 0} draggable={false} />}
        </span>
        <span>
          {w('scan.page', { n: fileNo })}
          {page?.mark && <small>{w(`scan.mark.${page.mark}`)}</small>}
        </span>
      </button>
    </li>
  );
}
