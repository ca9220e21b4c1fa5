import type { OgcField } from '../../domain/ogc/collections.ts';
import type { Filter } from '../../domain/ogc/filter/filter.ts';
import type { OgcSystem } from '../../domain/ogc/ogc-systems.ts';

/** Binds a value and gives its place in the statement. */
export type Bind = (value: unknown) => string;

/** SQL of a property, by its name; nothing of a filter goes into the statement but which of these it asks for. */
export type FilterColumns = Readonly<Record<string, string>>;

const CASTS: Readonly<Record<OgcField['type'], string>> = {
  string: 'text',
  integer: 'numeric',
  number: 'numeric',
  date: 'date',
  'date-time': 'timestamptz',
};

/**
 * The condition of a filter. A property without a value is neither equal nor unequal to anything (21-065r2, 6.4), as in SQL.
 * `shape` is the SQL of the feature's shape; `system` is that of the filter's coordinates, in which its edges are straight.
 */
export function filterSql(
  filter: Filter,
  { columns, shape, system, bind }: { columns: FilterColumns; shape: string; system: OgcSystem; bind: Bind },
): string {
  const column = (field: OgcField): string => {
    const sql = columns[field.name];
    if (sql === undefined) throw new Error(`no column for ${field.name}`);
    return `(${sql})::${CASTS[field.type]}`;
  };
  const value = (field: OgcField, one: unknown) => `${bind(one)}::${CASTS[field.type]}`;
  const read = (one: Filter): string => {
    if (typeof one === 'boolean') return String(one);
    switch (one.op) {
      case 'and':
      case 'or':
        return `(${one.args.map(read).join(` ${one.op} `)})`;
      case 'not':
        return `(not ${read(one.arg)})`;
      case 'isNull':
        return `(${column(one.field)} is null)`;
      case 'like':
        return `(${column(one.field)} like ${bind(one.value)}::text)`;
      case 'between':
        return `(${column(one.field)} between ${value(one.field, one.low)} and ${value(one.field, one.high)})`;
      case 'in':
        return `(${column(one.field)} = any (${bind(one.values)}::${CASTS[one.field.type]}[]))`;
      case 's_intersects': {
        const given = `public.st_makevalid(public.st_geomfromtext(${bind(one.wkt)}::text, ${system.srid}))`;
        const there = system.northFirst ? `public.st_flipcoordinates(${given})` : given;
        return `public.st_intersects(public.st_transform(${shape}, ${system.srid}), ${there})`;
      }
      default:
        return `(${column(one.field)} ${one.op} ${value(one.field, one.value)})`;
    }
  };
  return read(filter);
}
