import { Button, Checkbox, Menu, Popover, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatNumber } from '../../../server/domain/words/format-number.ts';
import { problemWords } from '../shell/problem-words.ts';
import { useWords } from '../shell/use-words.tsx';
import type { Column } from './column.ts';
import type { ServerList } from './server-list.ts';
import { type ExportKind, MOST_EXPORTED, useExport } from './use-export.ts';

interface Props<Row> {
  readonly columns: readonly Column<Row>[];
  /** Those of them that are shown. */
  readonly visible: readonly Column<Row>[];
  onShown(id: string, isShown: boolean): void;
  readonly list: ServerList<Row>;
  readonly fileName: string;
  readonly children: ReactNode;
}

/** Above a table: its filter, which columns it shows, and taking it along as a file. */
export function TableTools<Row>({ columns, visible, onShown, list, fileName, children }: Props<Row>) {
  const { w, language } = useWords();
  const { done, error, start, stop } = useExport(list, visible, fileName);
  const n = (value: number) => formatNumber(value, language, 0);
  const tooMany = list.total > MOST_EXPORTED;
  const take = (kind: ExportKind) => void start(kind).catch(reportError);
  return (
    <div className="table-tools">
      <TextInput
        className="table-filter"
        type="search"
        aria-label={w('table.filter')}
        placeholder={w('table.filter')}
        maxLength={100}
        value={list.text}
        onChange={(event) => list.onText(event.currentTarget.value)}
      />
      {children}
      <Popover position="bottom-end" withinPortal>
        <Popover.Target>
          <Button variant="default">{w('table.columns')}</Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={w('table.columns')}>
          <div className="column-choice">
            {columns.map((column) => (
              <Checkbox
                key={column.id}
                size="md"
                label={column.header}
                checked={visible.includes(column)}
                disabled={visible.includes(column) && visible.length === 1}
                onChange={(event) => onShown(column.id, event.currentTarget.checked)}
              />
            ))}
          </div>
        </Popover.Dropdown>
      </Popover>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default">{w('table.export')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {w(tooMany ? 'table.exportTooMany' : 'table.exportAll', { n: n(list.total), most: n(MOST_EXPORTED) })}
          </Menu.Label>
          <Menu.Item disabled={tooMany} onClick={() => take('csv')}>
            {w('table.csv')}
          </Menu.Item>
          <Menu.Item disabled={tooMany} onClick={() => take('xlsx')}>
            {w('table.xlsx')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {done !== null && (
        <div className="table-exporting">
          <progress aria-label={w('table.export')} max={list.total} value={done} />
          <span>{w('table.exporting', { done: n(done), total: n(list.total) })}</span>
          <Button variant="default" onClick={stop}>
            {w('table.exportStop')}
          </Button>
        </div>
      )}
      {error !== null && (
        <p className="table-exporting" role="alert">
          {w('table.exportFailed')} {problemWords(error, w)}
        </p>
      )}
    </div>
  );
}
