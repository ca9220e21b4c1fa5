import { Button } from '@mantine/core';
import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react';
import { Link } from 'react-router';
import { ARCHIVE_ROLES } from '../../../../server/domain/document/document.ts';
import type { ScanDetail } from '../../../api/document/scans.ts';
import { useHasRole } from '../../shell/session/use-me.tsx';
import { useWords } from '../../shell/use-words.tsx';
import { documentTitle } from '../document-mark.tsx';
import { ArrangedPage } from './arranged-page.tsx';
import { cutBefore, mergeUp, movePage, pagesOf, stepPage } from './arrangement.ts';
import { useArrangement } from './use-arrangement.ts';

/** Documents as rows of their pages. One page is in hand; keys and buttons act on it, and it can be dragged. */
export function ArrangeDesk({ scan }: { readonly scan: ScanDetail }) {
  const { w } = useWords();
  const mayWrite = useHasRole(...ARCHIVE_ROLES);
  const arrangement = useArrangement(scan);
  const { base, wanted, act } = arrangement;
  const [chosen, setChosen] = useState<number | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const buttons = useRef(new Map<number, HTMLButtonElement>());
  const order = pagesOf(wanted);
  const page = chosen !== null && order.includes(chosen) ? chosen : order[0];
  const isReading = scan.status !== 'read';
  const isFree = mayWrite && !isReading && !arrangement.saving;
  const held = scan.documents.filter(({ heldByOther }) => heldByOther);
  const decided = scan.documents.filter(({ status }) => status === 'confirmed' || status === 'rejected');
  const titleOf = (id: string): string => {
    const known = scan.documents.find((document) => document.id === id);
    return known ? documentTitle(known, w) : w('arrange.new');
  };

  function toPage(to: number | undefined): void {
    if (to === undefined) return;
    setChosen(to);
    buttons.current.get(to)?.focus();
  }
  const cut = () => page !== undefined && act((piles) => cutBefore(piles, page, crypto.randomUUID()));
  const merge = () => page !== undefined && act((piles) => mergeUp(piles, page));
  const move = (by: 1 | -1) => page !== undefined && act((piles) => stepPage(piles, page, by));

  function onKeyDown(event: KeyboardEvent): void {
    const at = page === undefined ? 0 : order.indexOf(page);
    const mod = event.ctrlKey || event.metaKey;
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined;
    const ways: readonly (readonly [boolean, () => void])[] = [
      [by !== undefined && !event.altKey && !mod, () => toPage(order[at + by!])],
      [isFree && by !== undefined && event.altKey, () => move(by!)],
      [isFree && event.key === 'Enter' && !mod, cut],
      [isFree && event.key === 'Backspace', merge],
    ];
    const way = ways.find(([is]) => is);
    if (!way) return;
    event.preventDefault();
    way[1]();
  }
  function onScreenKey(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey)) return;
    const key = event.key.toLowerCase();
    const way =
      key === 'z' ? (event.shiftKey ? arrangement.redo : arrangement.undo) : key === 'enter' ? trySave : undefined;
    if (!way) return;
    event.preventDefault();
    way();
  }
  const trySave = () => {
    if (isFree && arrangement.isChanged) void arrangement.save().catch(reportError);
  };
  function onDrop(event: DragEvent, to: string, before: number | null): void {
    event.preventDefault();
    event.stopPropagation();
    if (dragged !== null && isFree) act((piles) => movePage(piles, dragged, to, before));
    setDragged(null);
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole screen, each also a button
    <div className="arrange" onKeyDown={onScreenKey}>
      <header className="land-head scan-head">
        <div>
          <h1>{w('arrange.title')}</h1>
          <p className="land-under">
            {scan.sourceName} · {w('scan.pagesOf', { n: scan.pageList.length })}
            {decided.length > 0 && <> · {w('arrange.decided', { n: decided.length })}</>}
          </p>
        </div>
        {mayWrite && (
          <div className="scan-buttons">
            <Button variant="default" disabled={!isFree || !arrangement.canUndo} onClick={arrangement.undo}>
              {w('arrange.undo')}
            </Button>
            <Button variant="default" disabled={!isFree || !arrangement.canRedo} onClick={arrangement.redo}>
              {w('arrange.redo')}
            </Button>
            <Button
              className="primary"
              loading={arrangement.saving}
              disabled={!isFree || !arrangement.isChanged}
              onClick={trySave}
            >
              {w('arrange.save')}
            </Button>
          </div>
        )}
      </header>
      <p className="scan-note" role="status">
        {isReading
          ? w('arrange.reading')
          : held.length > 0
            ? w('arrange.held', { n: held.length })
            : arrangement.isChanged
              ? w('arrange.changed')
              : w('arrange.note')}
      </p>
      {mayWrite && wanted.length > 0 && (
        <div className="arrange-tools" role="toolbar" aria-label={w('arrange.tools')}>
          <Button size="compact-sm" variant="default" disabled={!isFree} onClick={cut}>
            {w('arrange.cut')}
          </Button>
          <Button size="compact-sm" variant="default" disabled={!isFree} onClick={merge}>
            {w('arrange.merge')}
          </Button>
          <Button size="compact-sm" variant="default" disabled={!isFree} onClick={() => move(-1)}>
            {w('arrange.back')}
          </Button>
          <Button size="compact-sm" variant="default" disabled={!isFree} onClick={() => move(1)}>
            {w('arrange.on')}
          </Button>
        </div>
      )}
      {wanted.length === 0 && <p className="scan-note">{w('arrange.nothing')}</p>}
      <ol className="arrange-piles" aria-label={w('arrange.documents')}>
        {wanted.map(({ id, pages }) => (
          <li
            key={id}
            data-pile={id}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => onDrop(event, id, null)}
          >
            <h2>
              {base.some((pile) => pile.id === id) ? <Link to={`/desk/scans/${id}`}>{titleOf(id)}</Link> : titleOf(id)}
            </h2>
            <ol className="arrange-pages">
              {pages.map((fileNo) => (
                <ArrangedPage
                  key={fileNo}
                  scan={scan}
                  fileNo={fileNo}
                  isChosen={fileNo === page}
                  button={(button) => {
                    if (button) buttons.current.set(fileNo, button);
                    else buttons.current.delete(fileNo);
                  }}
                  onChoose={() => setChosen(fileNo)}
                  onKeyDown={onKeyDown}
                  onDrag={() => {
                    setChosen(fileNo);
                    setDragged(fileNo);
                  }}
                  onDrop={(event) => onDrop(event, id, fileNo)}
                />
              ))}
            </ol>
          </li>
        ))}
      </ol>
      <footer className="land-foot scan-foot">
        <span>{w('arrange.keys')}</span>
      </footer>
    </div>
  );
}
