/**
 * CQL2 text (OGC 21-065r2, 7 and annex B) to CQL2 JSON: basic CQL2, LIKE, BETWEEN, IN and S_INTERSECTS with a point, a box or a polygon.
 * What is left over after an expression is an error: a filter that is read in part would find what nobody asked for.
 */
import { COMPARISONS, FILTER_BOUNDS, NoFilter } from './filter.ts';

interface Token {
  readonly kind: 'word' | 'name' | 'text' | 'number' | 'sign' | 'end';
  readonly value: string;
  /** Place in the filter, from 1. */
  readonly at: number;
}

const TOKEN =
  /\s*(?:'((?:[^']|'')*)'|"([^"]+)"|([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|([\p{L}_][\p{L}\p{N}_.:]*)|(<>|<=|>=|[=<>(),]))/uy;

function readTokens(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  let end = 0;
  while (text.slice(end).trim() !== '') {
    TOKEN.lastIndex = end;
    const found = TOKEN.exec(text);
    if (!found) throw new NoFilter(`not understood at ${end + 1}: ${text.slice(end, end + 20).trim()}`);
    end = TOKEN.lastIndex;
    const [all, string, name, number, word, sign] = found;
    const at = end - all.trimStart().length + 1;
    if (string !== undefined) tokens.push({ kind: 'text', value: string.replaceAll("''", "'"), at });
    else if (name !== undefined) tokens.push({ kind: 'name', value: name, at });
    else if (number !== undefined) tokens.push({ kind: 'number', value: number, at });
    else if (word !== undefined) tokens.push({ kind: 'word', value: word, at });
    else tokens.push({ kind: 'sign', value: sign!, at });
  }
  tokens.push({ kind: 'end', value: '', at: text.length + 1 });
  return tokens;
}

/** Words that are no names of properties unless they are quoted. */
const RESERVED = new Set(['AND', 'OR', 'NOT', 'LIKE', 'BETWEEN', 'IN', 'IS', 'NULL', 'TRUE', 'FALSE']);

/** The JSON encoding of a text. Throws NoFilter with the place where it goes wrong. */
export function readFilterText(text: string): unknown {
  const tokens = readTokens(text);
  let next = 0;
  let depth = 0;
  const peek = () => tokens[next]!;
  const take = () => tokens[next++]!;
  const fail = (expected: string): never => {
    const { value, at, kind } = peek();
    throw new NoFilter(`${expected} expected at ${at}${kind === 'end' ? ', where the filter ends' : `, not ${value}`}`);
  };
  const isWord = (word: string) => peek().kind === 'word' && peek().value.toUpperCase() === word;
  const isSign = (sign: string) => peek().kind === 'sign' && peek().value === sign;
  const skipWord = (word: string) => isWord(word) && take() !== undefined;
  const skipSign = (sign: string) => isSign(sign) && take() !== undefined;
  const needSign = (sign: string) => skipSign(sign) || fail(sign);
  const needWord = (word: string) => skipWord(word) || fail(word);
  const number = () => (peek().kind === 'number' ? Number(take().value) : fail('a number'));
  const deeper = <T>(read: () => T): T => {
    depth += 1;
    if (depth > FILTER_BOUNDS.depth) throw new NoFilter(`more than ${FILTER_BOUNDS.depth} parts within each other`);
    const found = read();
    depth -= 1;
    return found;
  };
  const list = <T>(read: () => T): T[] => {
    needSign('(');
    const items = [read()];
    while (skipSign(',')) items.push(read());
    needSign(')');
    return items;
  };
  const position = () => [number(), number()];

  function shape(): unknown {
    if (skipWord('BBOX')) return { bbox: list(number) };
    if (skipWord('POINT')) {
      needSign('(');
      const coordinates = position();
      needSign(')');
      return { type: 'Point', coordinates };
    }
    if (skipWord('POLYGON')) return { type: 'Polygon', coordinates: list(() => list(position)) };
    return fail('BBOX, POINT or POLYGON');
  }

  function property(): unknown {
    const { kind, value } = peek();
    if (kind !== 'name' && (kind !== 'word' || RESERVED.has(value.toUpperCase()))) return fail('a property');
    return { property: take().value };
  }

  function literal(): unknown {
    const { kind, value } = peek();
    if (kind === 'text') return take().value;
    if (kind === 'number') return number();
    for (const name of ['DATE', 'TIMESTAMP'] as const) {
      if (!isWord(name)) continue;
      take();
      needSign('(');
      const moment = peek().kind === 'text' ? take().value : fail('a text in quotes');
      needSign(')');
      return { [name.toLowerCase()]: moment };
    }
    return fail(kind === 'word' ? `a value (texts stand in quotes: '${value}')` : 'a value');
  }

  function predicate(): unknown {
    if (isWord('S_INTERSECTS')) {
      take();
      needSign('(');
      const left = property();
      needSign(',');
      const right = shape();
      needSign(')');
      return { op: 's_intersects', args: [left, right] };
    }
    const left = property();
    if (skipWord('IS')) {
      const not = skipWord('NOT');
      needWord('NULL');
      const isNull = { op: 'isNull', args: [left] };
      return not ? { op: 'not', args: [isNull] } : isNull;
    }
    const not = skipWord('NOT');
    const negated = (found: unknown) => (not ? { op: 'not', args: [found] } : found);
    if (skipWord('LIKE')) return negated({ op: 'like', args: [left, literal()] });
    if (skipWord('IN')) return negated({ op: 'in', args: [left, list(literal)] });
    if (skipWord('BETWEEN')) {
      const low = literal();
      needWord('AND');
      return negated({ op: 'between', args: [left, low, literal()] });
    }
    const { kind, value } = peek();
    if (not || kind !== 'sign' || !COMPARISONS.some((op) => op === value)) return fail('an operator');
    take();
    return { op: value, args: [left, literal()] };
  }

  function factor(): unknown {
    if (skipWord('NOT')) return { op: 'not', args: [deeper(factor)] };
    if (skipWord('TRUE')) return true;
    if (skipWord('FALSE')) return false;
    if (!skipSign('(')) return predicate();
    const inner = deeper(either);
    needSign(')');
    return inner;
  }

  function chain(op: 'and' | 'or', read: () => unknown): unknown {
    const args = [read()];
    while (skipWord(op.toUpperCase())) args.push(read());
    return args.length === 1 ? args[0] : { op, args };
  }
  function both(): unknown {
    return chain('and', factor);
  }
  function either(): unknown {
    return chain('or', both);
  }

  const found = either();
  if (peek().kind !== 'end') fail('AND, OR or the end');
  return found;
}
