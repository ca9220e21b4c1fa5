import { Button, NativeSelect } from '@mantine/core';
import { useWords } from '../shell/use-words.tsx';

interface Props {
  readonly page: number;
  readonly size: number;
  /** Rows that fit the filter, and rows there are. */
  readonly total: number;
  readonly of: number;
  onPage(page: number): void;
  onSize(size: number): void;
}

const ALL = 1_000_000;
const SIZES = [50, 100, 500];

/** Where in the list one is: "1–50 of 312". */
export function TablePages({ page, size, total, of, onPage, onSize }: Props) {
  const { w } = useWords();
  const [from, to] = [total === 0 ? 0 : page * size + 1, Math.min(total, (page + 1) * size)];
  const last = Math.max(0, Math.ceil(total / size) - 1);
  return (
    <div className="table-pages">
      <span role="status">{w(total === of ? 'table.range' : 'table.rangeFiltered', { from, to, total, of })}</span>
      {total > SIZES[0]! && (
        <>
          <NativeSelect
            size="xs"
            aria-label={w('table.pageSize')}
            value={String(size)}
            onChange={(event) => onSize(Number(event.currentTarget.value))}
            data={[
              ...SIZES.map((n) => ({ value: String(n), label: w('table.perPage', { n }) })),
              { value: String(ALL), label: w('table.allRows') },
            ]}
          />
          <Button variant="default" disabled={page === 0} onClick={() => onPage(page - 1)}>
            {w('table.previous')}
          </Button>
          <Button variant="default" disabled={page >= last} onClick={() => onPage(page + 1)}>
            {w('table.next')}
          </Button>
        </>
      )}
    </div>
  );
}
