import { Button, Checkbox, Menu, Popover, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../shell/use-words.tsx';
import type { Column } from './column.ts';
import { saveFile } from './save-file.ts';
import { toCsv } from './to-csv.ts';

interface Props<Row> {
  readonly columns: readonly Column<Row>[];
  readonly shown: Readonly<Record<string, boolean>>;
  onShown(shown: Record<string, boolean>): void;
  readonly filter: string;
  onFilter(filter: string): void;
  /** Rows as sorted and filtered now. */
  exported(): readonly Row[];
  readonly fileName: string;
  readonly children: ReactNode;
}

/** Above a table: its filter, which columns it shows, and taking it along as a file. */
export function TableTools<Row>(props: Props<Row>) {
  const { columns, shown, onShown, filter, onFilter, exported, fileName, children } = props;
  const { w } = useWords();
  const visible = columns.filter(({ id }) => shown[id] !== false);
  const grid = () => exported().map((row) => visible.map((column) => column.value(row)));
  const headers = visible.map(({ header }) => header);
  const saveCsv = () => saveFile(`${fileName}.csv`, 'text/csv;charset=utf-8', toCsv(headers, grid()));
  const saveXlsx = async () => {
    const { toXlsx, XLSX_MEDIA } = await import('./to-xlsx.ts');
    saveFile(`${fileName}.xlsx`, XLSX_MEDIA, toXlsx(fileName, headers, grid()));
  };
  return (
    <div className="table-tools">
      <TextInput
        className="table-filter"
        type="search"
        aria-label={w('table.filter')}
        placeholder={w('table.filter')}
        value={filter}
        onChange={(event) => onFilter(event.currentTarget.value)}
      />
      {children}
      <Popover position="bottom-end" withinPortal>
        <Popover.Target>
          <Button variant="default">{w('table.columns')}</Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={w('table.columns')}>
          <div className="column-choice">
            {columns.map(({ id, header }) => (
              <Checkbox
                key={id}
                size="xs"
                label={header}
                checked={shown[id] !== false}
                disabled={shown[id] !== false && visible.length === 1}
                onChange={(event) => onShown({ ...shown, [id]: event.currentTarget.checked })}
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
          <Menu.Item onClick={saveCsv}>{w('table.csv')}</Menu.Item>
          <Menu.Item onClick={() => void saveXlsx().catch(reportError)}>{w('table.xlsx')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
