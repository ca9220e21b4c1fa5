/** Which pages make which documents, and which of them say nothing. Pure. */
import type { PageMark } from '../../../server/domain/document/document.ts';
import type { PageCode } from '../scan-protocol.ts';
import { type Grammar, recognisePage } from './grammar.ts';
import type { PageText } from './page-text.ts';

export interface ReadPage {
  readonly pageNo: number;
  readonly text: PageText;
  readonly codes: readonly PageCode[];
  readonly ink: number;
  readonly likeness: string;
}

export interface SeenPage extends ReadPage {
  readonly side: string | null;
  readonly grammar: Grammar | null;
  readonly mark: PageMark | null;
}

export interface PageGroup {
  /** Null: nothing on its pages speaks for a kind. */
  readonly grammar: Grammar | null;
  readonly pages: readonly SeenPage[];
}

/** Ink of paper, dust and the shadow of a fold; a line of print has more. */
const BLANK_INK = 0.0015;
/** Bits in which two scans of one page may differ. */
const ALIKE_BITS = 20;
/** Share of words that two scans of one page have in common. */
const ALIKE_WORDS = 0.85;

function differingBits(a: string, b: string): number {
  let bits = 0;
  for (let at = 0; at < a.length; at += 8) {
    let rest = (Number.parseInt(a.slice(at, at + 8), 16) ^ Number.parseInt(b.slice(at, at + 8), 16)) >>> 0;
    for (; rest !== 0; rest &= rest - 1) bits += 1;
  }
  return bits;
}

const wordsOf = ({ text }: ReadPage): Set<string> => new Set(text.plain.split(/\s+/).filter((word) => word.length > 1));

function isSamePage(a: ReadPage, b: ReadPage): boolean {
  if (differingBits(a.likeness, b.likeness) > ALIKE_BITS) return false;
  const [one, other] = [wordsOf(a), wordsOf(b)];
  if (one.size + other.size === 0) return true;
  const common = [...one].filter((word) => other.has(word)).length;
  return common / (one.size + other.size - common) >= ALIKE_WORDS;
}

/** Says of each page what it is. */
export function lookAtPages(pages: readonly ReadPage[]): SeenPage[] {
  const seen: SeenPage[] = [];
  for (const page of pages) {
    const isBlank = page.ink < BLANK_INK && page.text.plain.trim().length < 8 && page.codes.length === 0;
    const isDoubled = !isBlank && seen.some((other) => other.mark === null && isSamePage(other, page));
    const known = isBlank ? null : recognisePage(page.text.plain);
    seen.push({
      ...page,
      side: known?.side ?? null,
      grammar: known?.grammar ?? null,
      mark: isBlank ? 'blank' : isDoubled ? 'doubled' : null,
    });
  }
  return seen;
}

/**
 * Puts pages together: the first side of a kind begins a document, and what follows belongs to it until another begins. What is blank or
 * there twice begins none, and stays with its neighbour, so that no page is lost.
 */
export function groupPages(pages: readonly SeenPage[]): PageGroup[] {
  const groups: { grammar: Grammar | null; pages: SeenPage[] }[] = [];
  for (const page of pages) {
    const open = groups.at(-1);
    const begins = page.mark === null && page.grammar !== null && page.side === page.grammar.sides[0]?.side;
    // What came before the first recognised side has no kind of its own yet, unless it holds print.
    const joins = open && (!begins || (open.grammar === null && open.pages.every(({ mark }) => mark === 'blank')));
    if (!open || !joins) {
      groups.push({ grammar: page.mark === null ? page.grammar : null, pages: [page] });
      continue;
    }
    open.pages.push(page);
    if (page.mark === null) open.grammar ??= page.grammar;
  }
  return groups;
}

/** A document of the pages that a person put together: of the kind whose first side is among them, else of any that speaks for one. */
export function groupOf(pages: readonly SeenPage[]): PageGroup {
  const known = pages.filter(({ mark, grammar }) => mark === null && grammar !== null);
  const begins = known.find(({ grammar, side }) => side === grammar?.sides[0]?.side);
  return { grammar: (begins ?? known[0])?.grammar ?? null, pages };
}
