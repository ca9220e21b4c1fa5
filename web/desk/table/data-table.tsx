import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { formatNumber } from '../../../server/domain/words/format-number.ts';
import { readStored, writeStored } from '../shell/browser-storage.ts';
import { problemWords } from '../shell/problem-words.ts';
import { useIsPrinting } from '../shell/use-is-printing.ts';
import { useWords } from '../shell/use-words.tsx';
import type { Column } from './column.ts';
import type { ServerList } from './server-list.ts';
import { TableHead } from './table-head.tsx';
import { TablePages } from './table-pages.tsx';
import { TableTools } from './table-tools.tsx';
import { useSelectedRow } from './use-selected-row.ts';

interface Props<Row extends object> {
  /** Name under which chosen columns are remembered. */
  readonly name: string;
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly list: ServerList<Row>;
  idOf(row: Row): string;
  readonly selected?: string | null;
  onSelect?(row: Row): void;
  /** Enter or double click on a row. */
  onOpen?(row: Row): void;
  /** The selected row is not in the list as it is narrowed now; null: it is. */
  onOutside?(id: string | null): void;
  /** Beside the filter: what else narrows the list. */
  readonly tools?: ReactNode;
  /** Name of exported files. */
  readonly fileName: string;
}

const ROW_HEIGHT = 34;
const STRIDE = 15;
type Shown = Readonly<Record<string, boolean>>;
const isShown = (value: unknown): value is Shown => typeof value === 'object' && value !== null;
const nothing = () => undefined;

/** A dense table over a list of the server: sticky head, order, filter, columns, export; arrows move along the rows. */
export function DataTable<Row extends object>(props: Props<Row>) {
  const { name, caption, columns, list, idOf, selected = null, onSelect, onOpen, onOutside = nothing } = props;
  const { w, language } = useWords();
  const [shown, setShown] = useState<Shown>(
    () =>
      readStored(`columns.${name}`, isShown) ??
      Object.fromEntries(columns.map((column) => [column.id, column.hidden !== true])),
  );
  const visible = columns.filter(({ id, hidden }) => shown[id] ?? hidden !== true);
  const { total } = list;
  const body = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => body.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 20,
  });
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  const { look, mark } = list;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is seen decides what is asked for
  useEffect(() => {
    look(first, last);
  }, [first, last, mark]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another order or filter begins at its top
  useEffect(() => {
    // Newer browsers answer with a promise, which is no way to end an effect.
    body.current?.scrollTo(0, 0);
  }, [mark]);
  useSelectedRow(list, selected, (index) => virtual.scrollToIndex(index, { align: 'auto' }), onOutside);

  /** The row that is about to have the focus: keys that repeat are faster than rows are fetched and drawn. */
  const going = useRef<number | null>(null);
  const arrive = () => {
    const row = going.current === null ? undefined : list.rowAt(going.current);
    const drawn = row && body.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(idOf(row))}"]`);
    if (!drawn || !row) return;
    going.current = null;
    if (idOf(row) !== selected) onSelect?.(row);
    drawn.focus();
  };
  useEffect(arrive);
  const move = (to: number) => {
    going.current = Math.max(0, Math.min(total - 1, to));
    virtual.scrollToIndex(going.current, { align: 'auto' });
    requestAnimationFrame(arrive);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const focused = (event.target as HTMLElement).dataset.index;
    if (focused === undefined) return;
    const at = going.current ?? Number(focused);
    const to = new Map([
      ['ArrowDown', at + 1],
      ['ArrowUp', at - 1],
      ['Home', 0],
      ['End', total - 1],
      ['PageDown', at + STRIDE],
      ['PageUp', at - STRIDE],
    ]).get(event.key);
    const row = list.rowAt(at);
    if (to !== undefined) move(to);
    else if (event.key === 'Enter' && row) onOpen?.(row);
    else return;
    event.preventDefault();
  };
  const isPrinting = useIsPrinting();
  // On paper nobody scrolls: every row that is here.
  const drawn = isPrinting
    ? Array.from({ length: total }, (_, index) => ({ index, row: list.rowAt(index) })).filter(({ row }) => row)
    : items.map(({ index }) => ({ index, row: list.rowAt(index) }));
  // One row is reached by Tab: the selected one, or the first that is there.
  const tabbed =
    drawn.find(({ row }) => row && idOf(row) === selected)?.index ?? drawn.find(({ row }) => row !== undefined)?.index;
  const [before, after] = isPrinting
    ? [0, 0]
    : [items[0]?.start ?? 0, virtual.getTotalSize() - (items.at(-1)?.end ?? 0)];
  const top = virtual.scrollOffset ?? 0;
  const bottom = top + (body.current?.clientHeight ?? 0);
  const inView = items.filter(({ start, end }) => end > top && start < bottom);
  const seen = [inView[0]?.index ?? 0, inView.at(-1)?.index ?? 0] as const;
  return (
    <div className="data-table">
      <TableTools
        columns={columns}
        visible={visible}
        onShown={(id, isShown) => {
          const next = { ...shown, [id]: isShown };
          setShown(next);
          writeStored(`columns.${name}`, next);
        }}
        list={list}
        fileName={props.fileName}
      >
        {props.tools}
      </TableTools>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the rows in it */}
      <div className="table-scroll" ref={body} onKeyDown={onKeyDown}>
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows are chosen in it (ARIA grid) */}
        <table role="grid" aria-label={caption} aria-rowcount={total + 1}>
          <TableHead columns={visible} sort={list.sort} onSort={list.onSort} />
          <tbody>
            {before > 0 && <Gap height={before} width={visible.length} />}
            {drawn.map(({ index, row }) => {
              if (!row) return <Gap key={`waiting ${index}`} height={ROW_HEIGHT} width={visible.length} />;
              const id = idOf(row);
              return (
                <tr
                  key={id}
                  ref={virtual.measureElement}
                  data-row={id}
                  data-index={index}
                  aria-rowindex={index + 2}
                  aria-selected={id === selected}
                  tabIndex={index === tabbed ? 0 : -1}
                  onClick={() => onSelect?.(row)}
                  onDoubleClick={() => onOpen?.(row)}
                >
                  {visible.map((column) => (
                    <td key={column.id} className={column.numeric ? 'number' : undefined}>
                      {column.cell?.(row) ?? column.value(row) ?? ''}
                    </td>
                  ))}
                </tr>
              );
            })}
            {after > 0 && <Gap height={after} width={visible.length} />}
          </tbody>
        </table>
        {total === 0 && !list.isPending && <p className="table-none">{w('table.noneMatch')}</p>}
      </div>
      {isPrinting && drawn.length < total && (
        <p>
          {w('print.rows', { n: formatNumber(drawn.length, language, 0), total: formatNumber(total, language, 0) })}
        </p>
      )}
      {list.lost !== null && (
        <p className="table-exporting" role="alert">
          {w('table.lost')} {problemWords(list.lost, w)}{' '}
          <button type="button" className="link" onClick={() => list.refetch()}>
            {w('trouble.retry')}
          </button>
        </p>
      )}
      <TablePages
        seen={seen}
        total={total}
        onTo={(index) => virtual.scrollToIndex(Math.max(0, Math.min(total - 1, index)), { align: 'start' })}
      />
    </div>
  );
}

/** Stands for rows that are not drawn, or not fetched yet. */
function Gap({ height, width }: { readonly height: number; readonly width: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row without anything in it takes no focus
    <tr aria-hidden="true" style={{ height }}>
      <td colSpan={width} />
    </tr>
  );
}
