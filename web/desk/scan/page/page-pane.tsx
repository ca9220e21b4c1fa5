import { useState } from 'react';
import type { DocumentPage } from '../../../api/document/documents.ts';
import { useWords } from '../../shell/use-words.tsx';
import { usePagePicture } from '../use-documents.ts';
import { PageView } from './page-view.tsx';
import { useBlobUrl } from './use-blob-url.ts';
import { addTurn, type Box, type Turn } from './view-of-box.ts';

interface Props {
  readonly id: string;
  readonly pages: readonly DocumentPage[];
  readonly page: number;
  readonly box: Box | null;
  /** Beside how it was read. */
  readonly turn: Turn;
}

/** One page to be read: at once as it fits a screen, and in full as soon as something of it is looked at from near. */
export function PagePane({ id, pages, page, box, turn }: Props) {
  const { w } = useWords();
  const known = pages.find((one) => one.page === page);
  // Once a page was wanted in full, it stays so.
  const [near, setNear] = useState<readonly number[]>([]);
  if (box && !near.includes(page)) setNear([...near, page]);
  const screen = usePagePicture(id, page, 'screen', known !== undefined);
  const full = usePagePicture(id, page, 'full', known !== undefined && near.includes(page));
  const url = useBlobUrl(full.data ?? screen.data);
  const next = pages.find((one) => one.page === page + 1);
  // The next page is there before it is asked for: turning over is then no waiting.
  usePagePicture(id, page + 1, 'screen', next !== undefined && screen.data !== undefined);
  if (!known) return <p className="list-state quiet">{w('scan.noPage')}</p>;
  const size = { width: known.width ?? 1, height: known.height ?? 1 };
  return (
    <PageView
      url={url}
      label={w('scan.pageOf', { n: page, total: pages.filter((one) => one.page > 0).length })}
      page={size}
      box={box}
      turn={addTurn(known.turn, turn)}
    />
  );
}
