import type { Column } from './column.ts';

interface Props<Row> {
  readonly columns: readonly Column<Row>[];
  /** Order that was chosen, by the server's name; null: the usual one. */
  readonly sort: string | null;
  onSort(sort: string | null): void;
}

const named = (sort: string, down: boolean) => (down ? `-${sort}` : sort);

/** The head of a table: a press sorts, another the other way, a third gives the usual order back. */
export function TableHead<Row>({ columns, sort, onSort }: Props<Row>) {
  return (
    <thead>
      <tr>
        {columns.map((column) => {
          const { sort: own, flipped = false, numeric = false } = column;
          const way =
            own === undefined || sort?.replace(/^-/, '') !== own
              ? 'none'
              : sort.startsWith('-') === flipped
                ? 'ascending'
                : 'descending';
          // Of numbers the largest is looked for, of texts the first.
          const first = numeric ? 'descending' : 'ascending';
          const press = (name: string) => {
            if (way === 'none') onSort(named(name, (first === 'descending') !== flipped));
            else if (way === first) onSort(named(name, (first === 'ascending') !== flipped));
            else onSort(null);
          };
          return (
            <th
              key={column.id}
              scope="col"
              className={numeric ? 'number' : undefined}
              {...(own === undefined ? {} : { 'aria-sort': way })}
            >
              {own === undefined ? (
                <span className="sort">{column.header}</span>
              ) : (
                <button type="button" className="sort" onClick={() => press(own)}>
                  {column.header}
                  <span aria-hidden="true">{way === 'ascending' ? ' ↑' : way === 'descending' ? ' ↓' : ''}</span>
                </button>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
