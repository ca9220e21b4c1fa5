/** RFC 3339, 5.6: a date-time with its zone; a day stands for itself from its first to its last moment, Asia/Ho_Chi_Minh. */
const INSTANT = /^(\d{4}-\d\d-\d\d)[Tt](\d\d:\d\d:\d\d)(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** Both ends belong to it; null is open. Instants as PostgreSQL reads them, to the microsecond. */
export interface AskedTime {
  readonly from: string | null;
  readonly to: string | null;
}

const exists = (day: string) => {
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day) && parsed.getUTCFullYear() > 0;
};

function readEnd(text: string, end: 'first' | 'last'): string | undefined {
  if (DAY.test(text) && exists(text))
    return end === 'first' ? `${text}T00:00:00+07:00` : `${text}T23:59:59.999999+07:00`;
  const parts = INSTANT.exec(text);
  if (!parts || !exists(parts[1]!) || Number.isNaN(Date.parse(`${parts[1]}T${parts[2]}${parts[4]!.toUpperCase()}`))) {
    return undefined;
  }
  return `${parts[1]}T${parts[2]}${(parts[3] ?? '').slice(0, 7)}${parts[4]!.toUpperCase()}`;
}

/** What `datetime` asks for: an instant, or an interval `a/b`, `../b`, `a/..` (also with nothing for `..`). undefined: neither. */
export function readDatetime(text: string): AskedTime | undefined {
  const parts = text.split('/');
  if (parts.length > 2) return undefined;
  if (parts.length === 1) {
    const [from, to] = [readEnd(text, 'first'), readEnd(text, 'last')];
    return from === undefined || to === undefined ? undefined : { from, to };
  }
  const open = (part: string) => part === '..' || part === '';
  const [first = '', last = ''] = parts;
  if (open(first) && open(last)) return first === '' && last === '' ? undefined : { from: null, to: null };
  const from = open(first) ? null : readEnd(first, 'first');
  const to = open(last) ? null : readEnd(last, 'last');
  if (from === undefined || to === undefined) return undefined;
  if (from !== null && to !== null && Date.parse(from) > Date.parse(to)) return undefined;
  return { from, to };
}
