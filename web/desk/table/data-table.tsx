import type { ColumnDef } from '@tanstack/react-table';
import { useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { readKept, writeKept } from '../shell/kept.ts';
import { useWords } from '../shell/use-words.tsx';
import type { Column } from './column.ts';
import { plainText } from './plain-text.ts';
import { features } from './table-features.ts';
import { TablePages } from './table-pages.tsx';
import { TableTools } from './table-tools.tsx';

interface Props<Row extends object> {
  /** Name under which chosen columns are remembered. */
  readonly name: string;
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  idOf(row: Row): string;
  readonly selected?: string | null;
  onSelect?(row: Row): void;
  /** Enter or double click on a row. */
  onOpen?(row: Row): void;
  /** Beside the filter: what else narrows the list. */
  readonly tools?: ReactNode;
  /** Name of exported files. */
  readonly fileName: string;
}

const ROW_HEIGHT = 34;
const PAGE = 50;
type Shown = Readonly<Record<string, boolean>>;
const isShown = (value: unknown): value is Shown => typeof value === 'object' && value !== null;

/** A dense table: sticky head, sorting, filter, columns, pages, export; arrows move along the rows. */
export function DataTable<Row extends object>(props: Props<Row>) {
  const { name, caption, columns, rows, idOf, selected = null, onSelect, onOpen, tools, fileName } = props;
  const { w } = useWords();
  const [shown, setShown] = useState<Shown>(
    () =>
      readKept(`columns.${name}`, isShown) ??
      Object.fromEntries(columns.map((column) => [column.id, column.hidden !== true])),
  );
  const [filter, setFilter] = useState('');
  const defs = useMemo(
    () =>
      columns.map<ColumnDef<typeof features, Row>>((column) => ({
        id: column.id,
        header: column.header,
        accessorFn: (row: Row) => column.value(row),
        cell: ({ row }) => column.cell?.(row.original) ?? column.value(row.original) ?? '',
        sortFn: (a, b) => {
          const [x, y] = [column.value(a.original), column.value(b.original)];
          if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
          return typeof x === 'number' && typeof y === 'number' ? x - y : collator.compare(String(x), String(y));
        },
      })),
    [columns],
  );
  const data = useMemo(() => [...rows], [rows]);
  const table = useTable({
    features,
    columns: defs,
    data,
    getRowId: idOf,
    initialState: { pagination: { pageIndex: 0, pageSize: PAGE } },
    state: { columnVisibility: shown, globalFilter: filter },
    globalFilterFn: (row, _column, wanted: string) => {
      const text = columns.map((column) => String(column.value(row.original) ?? '')).join(' ');
      return plainText(text).includes(plainText(wanted));
    },
    autoResetPageIndex: false,
  });
  const visible = table.getRowModel().rows;
  const body = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: visible.length,
    getScrollElement: () => body.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 20,
  });
  const at = visible.findIndex((row) => row.id === selected);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new selection brings its row into view
  useEffect(() => {
    if (selected === null) return;
    const whole = table.getSortedRowModel().rows.findIndex((row) => row.id === selected);
    if (whole < 0) return;
    const { pageSize, pageIndex } = table.state.pagination;
    const page = Math.floor(whole / pageSize);
    if (page !== pageIndex) table.setPageIndex(page);
    virtual.scrollToIndex(whole % pageSize, { align: 'auto' });
  }, [selected]);
  /** The row that is about to have the focus: keys that repeat are faster than the page is drawn. */
  const going = useRef<string | null>(null);
  const move = (to: number) => {
    const index = Math.max(0, Math.min(visible.length - 1, to));
    const row = visible[index];
    if (!row) return;
    onSelect?.(row.original);
    virtual.scrollToIndex(index, { align: 'auto' });
    going.current = row.id;
    requestAnimationFrame(() => {
      going.current = null;
      body.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row.id)}"]`)?.focus();
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const focused = (event.target as HTMLElement).dataset.row;
    if (focused === undefined) return;
    const at = visible.findIndex((row) => row.id === (going.current ?? focused));
    const to = new Map([
      ['ArrowDown', at + 1],
      ['ArrowUp', at - 1],
      ['Home', 0],
      ['End', visible.length - 1],
      ['PageDown', at + 15],
      ['PageUp', at - 15],
    ]).get(event.key);
    const row = visible[at];
    if (to !== undefined) move(to);
    else if (event.key === 'Enter' && row) onOpen?.(row.original);
    else return;
    event.preventDefault();
  };
  const items = virtual.getVirtualItems();
  const [before, after] = [items[0]?.start ?? 0, virtual.getTotalSize() - (items.at(-1)?.end ?? 0)];
  const width = table.getVisibleLeafColumns().length;
  return (
    <div className="data-table">
      <TableTools
        columns={columns}
        shown={shown}
        onShown={(next) => {
          setShown(next);
          writeKept(`columns.${name}`, next);
        }}
        filter={filter}
        onFilter={(next) => {
          setFilter(next);
          table.setPageIndex(0);
        }}
        exported={() => table.getSortedRowModel().rows.map((row) => row.original)}
        fileName={fileName}
      >
        {tools}
      </TableTools>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the rows in it */}
      <div className="table-scroll" ref={body} onKeyDown={onKeyDown}>
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows are chosen in it (ARIA grid) */}
        <table role="grid" aria-label={caption} aria-rowcount={table.getSortedRowModel().rows.length + 1}>
          <thead>
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id}>
                {group.headers.map((header) => {
                  const sorted = header.column.getIsSorted();
                  return (
                    <th
                      key={header.id}
                      scope="col"
                      className={numeric(columns, header.column.id)}
                      aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none'}
                    >
                      <button type="button" className="sort" onClick={header.column.getToggleSortingHandler()}>
                        <table.FlexRender header={header} />
                        <span aria-hidden="true">{sorted === 'asc' ? ' ↑' : sorted === 'desc' ? ' ↓' : ''}</span>
                      </button>
                    </th>
                  );
                })}
              </tr>
            ))}
          </thead>
          <tbody>
            {before > 0 && <Gap height={before} width={width} />}
            {items.map(({ index }) => {
              const row = visible[index];
              if (!row) return null;
              const isSelected = row.id === selected;
              return (
                <tr
                  key={row.id}
                  data-row={row.id}
                  aria-selected={isSelected}
                  tabIndex={isSelected || (at < 0 && index === 0) ? 0 : -1}
                  onClick={() => onSelect?.(row.original)}
                  onDoubleClick={() => onOpen?.(row.original)}
                >
                  {row.getVisibleCells().map((cell) => (
                    <td key={cell.id} className={numeric(columns, cell.column.id)}>
                      <table.FlexRender cell={cell} />
                    </td>
                  ))}
                </tr>
              );
            })}
            {after > 0 && <Gap height={after} width={width} />}
          </tbody>
        </table>
        {visible.length === 0 && <p className="table-none">{w('table.noneMatch')}</p>}
      </div>
      <TablePages
        page={table.state.pagination.pageIndex}
        size={table.state.pagination.pageSize}
        total={table.getSortedRowModel().rows.length}
        of={rows.length}
        onPage={(page) => table.setPageIndex(page)}
        onSize={(size) => table.setPagination({ pageIndex: 0, pageSize: size })}
      />
    </div>
  );
}

const collator = new Intl.Collator('vi', { numeric: true });
const numeric = (columns: readonly Column<never>[] | readonly { id: string; numeric?: boolean }[], id: string) =>
  columns.find((column) => column.id === id)?.numeric ? 'number' : undefined;

/** Stands for the rows that are not drawn. */
function Gap({ height, width }: { readonly height: number; readonly width: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row without anything in it takes no focus
    <tr aria-hidden="true" style={{ height }}>
      <td colSpan={width} />
    </tr>
  );
}
