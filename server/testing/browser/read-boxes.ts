/** The boxes of a page as it is laid out now, as plain values that `judgeBoxes` can be asked about. CSS pixels of the viewport. */
import type { Page } from 'playwright-core';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What is seen of one element that holds words of its own. */
export interface TextBox {
  readonly what: string;
  /** One box a line, as far as a scrolled pane shows it. */
  readonly lines: readonly Box[];
  readonly words: number;
  /** How many different heights its words begin at: as many as it has words, and each stands alone. */
  readonly beginnings: number;
  /** A word of its that stands on two lines though nothing in it invites to break. */
  readonly broken?: string;
  /** What an ancestor lets be seen at most, where one cuts without offering to scroll. */
  readonly cut?: Box;
  /** It ends in dots and says the whole elsewhere (title or name). */
  readonly told: boolean;
  /** Number of the sheet it lies on: what lies on another sheet may cover it. */
  readonly sheet: number;
}

/** What can be pressed. */
export interface TargetBox {
  readonly what: string;
  readonly box: Box;
  /** A link in a sentence is as high as its line. */
  readonly inSentence: boolean;
  readonly cut?: Box;
}

/** What is wider than the room it has. `page`: the whole page; others are panes that offer to scroll sideways. */
export interface WideBox {
  readonly what: string;
  readonly page: boolean;
  /** A keyboard can scroll it, and it has a name. */
  readonly reachable: boolean;
  readonly needsPx: number;
  readonly hasPx: number;
}

export interface Boxes {
  readonly texts: readonly TextBox[];
  readonly targets: readonly TargetBox[];
  readonly wide: readonly WideBox[];
}

/** Reads all boxes of the page at once. Runs wholly in the page: it may use nothing from outside itself. */
export const readBoxes = (page: Page): Promise<Boxes> => page.evaluate(collect);

function collect(): Boxes {
  const PRESSED =
    'button,a[href],input:not([type=hidden]),select,textarea,summary,[role=tab],[role=option],[role=button]';
  const plain = ({ left, top, right, bottom }: Box): Box => ({ left, top, right, bottom });
  const meet = (a: Box, b: Box): Box => ({
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  });
  const isSome = (box: Box) => box.right - box.left > 1 && box.bottom - box.top > 1;
  const styles = new Map<Element, CSSStyleDeclaration>();
  const styleOf = (one: Element) => {
    const known = styles.get(one) ?? getComputedStyle(one);
    styles.set(one, known);
    return known;
  };
  const nameOf = (one: Element) => {
    const of = (each: Element) =>
      `${each.tagName.toLowerCase()}${each.id && !/[:«]/.test(each.id) ? `#${each.id}` : ''}${[...each.classList]
        .filter((name) => !/^(m_|mantine-)/.test(name))
        .slice(0, 2)
        .map((name) => `.${name}`)
        .join('')}`;
    const words = (one.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 40);
    return `${one.parentElement ? `${of(one.parentElement)} > ` : ''}${of(one)} “${words || (one.getAttribute('aria-label') ?? '')}”`;
  };
  /** Hidden from the eye on purpose, for readers of the screen only. */
  const isForEars = (one: Element) => {
    for (let each: Element | null = one; each; each = each.parentElement) {
      const { clipPath, clip, position, opacity } = styleOf(each);
      if (opacity === '0' || clipPath === 'inset(50%)' || (clip !== 'auto' && position === 'absolute')) return true;
      const { width, height } = each.getBoundingClientRect();
      if (width <= 1 && height <= 1 && styleOf(each).overflow !== 'visible') return true;
    }
    return false;
  };
  const isSeen = (one: Element) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  /** What of the element can be seen where panes are scrolled, and what is cut off for good. */
  const roomOf = (one: Element) => {
    const all: Box = { left: -1e6, top: -1e6, right: 1e6, bottom: 1e6 };
    let [shown, cut, within] = [all, all, true];
    let fixed = styleOf(one).position === 'fixed';
    for (let each = one.parentElement; each && each !== document.body && !fixed; each = each.parentElement) {
      const { overflowX, overflowY, position } = styleOf(each);
      if (!each.matches('html') && (overflowX !== 'visible' || overflowY !== 'visible')) {
        const box = plain(each.getBoundingClientRect());
        const [scrollsX, scrollsY] = [/auto|scroll/.test(overflowX), /auto|scroll/.test(overflowY)];
        shown = meet(shown, {
          ...all,
          ...(scrollsX && { left: box.left, right: box.right }),
          ...(scrollsY && { top: box.top, bottom: box.bottom }),
        });
        // Whatever scrolls brings the rest into view: what cuts outside of it cuts the pane, not this.
        if (scrollsX || scrollsY) within = false;
        if (within)
          cut = meet(cut, {
            ...all,
            ...(!scrollsX && { left: box.left, right: box.right }),
            ...(!scrollsY && { top: box.top, bottom: box.bottom }),
          });
        else shown = meet(shown, box);
      }
      fixed = position === 'fixed';
    }
    return { shown, cut };
  };
  const sheets = new Map<Element, number>();
  /** The sheet an element lies on: the nearest that is put above others and has a ground of its own. */
  const sheetOf = (one: Element) => {
    let sheet: Element = document.documentElement;
    for (let each: Element | null = one; each; each = each.parentElement) {
      const { position, backgroundColor, backgroundImage } = styleOf(each);
      const isPut = position !== 'static' && (position !== 'relative' || styleOf(each).zIndex !== 'auto');
      const hasGround = backgroundImage !== 'none' || !/^rgba\(.*, 0\)$|transparent/.test(backgroundColor);
      if (each.matches('dialog,[role=dialog]') || (isPut && hasGround)) {
        sheet = each;
        break;
      }
    }
    if (!sheets.has(sheet)) sheets.set(sheet, sheets.size);
    return sheets.get(sheet)!;
  };

  const texts: TextBox[] = [];
  const targets: TargetBox[] = [];
  const wide: WideBox[] = [];
  const range = document.createRange();
  for (const one of document.body.querySelectorAll<HTMLElement>('*')) {
    if (one.closest('svg,script,style,noscript,option,template') || !isSeen(one)) continue;
    const nodes = [...one.childNodes].filter((node) => node.nodeType === 3 && node.nodeValue?.trim());
    if (nodes.length > 0 && !isForEars(one)) {
      const { shown, cut } = roomOf(one);
      const style = styleOf(one);
      const own = style.overflowX === 'visible' ? undefined : plain(one.getBoundingClientRect());
      const lines: Box[] = [];
      let broken: string | undefined;
      let words = 0;
      const beginnings = new Set<number>();
      for (const node of nodes) {
        const text = node.nodeValue!;
        // What stands between two pieces of text belongs to others.
        const from = lines.length;
        for (const { 0: word, index } of text.matchAll(/\S+/g)) {
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          const parts = [...range.getClientRects()].filter(({ width }) => width > 0);
          if (parts.length === 0) continue;
          words += 1;
          beginnings.add(Math.round(parts[0]!.top));
          const [first, last] = [parts[0]!, parts.at(-1)!];
          if (last.top > first.top + 3 && /^[\p{L}\p{N}.,:;()]{1,18}$/u.test(word)) broken ??= word;
          for (const part of parts) {
            const line = lines.length > from ? lines.at(-1) : undefined;
            if (line && Math.abs(line.top - part.top) < 3)
              lines[lines.length - 1] = {
                ...line,
                right: Math.max(line.right, part.right),
                left: Math.min(line.left, part.left),
              };
            else lines.push(plain(part));
          }
        }
      }
      const seen = lines
        .map((line) => meet(line, shown))
        .filter((line) => isSome(line) && line.bottom > 0 && line.right > 0);
      if (seen.length > 0) {
        const dotted = one.closest('[title],[aria-label]');
        const isDotted = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
        const isScrolled = /auto|scroll/.test(`${style.overflowX}${style.overflowY}`);
        texts.push({
          what: nameOf(one),
          lines: seen,
          words,
          beginnings: beginnings.size,
          ...(broken !== undefined && { broken }),
          cut: own && !isScrolled ? meet(cut, own) : cut,
          told: isDotted && dotted !== null,
          sheet: sheetOf(one),
        });
      }
    }
    if (one.matches(PRESSED) && !isForEars(one) && !one.matches('[inert] *,[tabindex="-1"][aria-hidden=true]')) {
      const { shown, cut } = roomOf(one);
      let box = plain(one.getBoundingClientRect());
      // A tick is as large as the label that can be pressed in its stead.
      for (const label of (one as HTMLInputElement).labels ?? []) {
        const its = label.getBoundingClientRect();
        if (isSeen(label) && /checkbox|radio|file/.test((one as HTMLInputElement).type))
          box = {
            left: Math.min(box.left, its.left),
            top: Math.min(box.top, its.top),
            right: Math.max(box.right, its.right),
            bottom: Math.max(box.bottom, its.bottom),
          };
      }
      const whole = meet(box, shown);
      const inSentence = one.matches('a') && styleOf(one).display === 'inline';
      // Half scrolled out of a pane it is not small.
      const isWhole =
        Math.abs(whole.right - box.right) + Math.abs(whole.bottom - box.bottom) + Math.abs(whole.top - box.top) < 1;
      if (isSome(whole) && isWhole && box.bottom > 0) targets.push({ what: nameOf(one), box, inSentence, cut });
    }
    if (
      one.scrollWidth > one.clientWidth + 1 &&
      /auto|scroll/.test(styleOf(one).overflowX) &&
      one.clientWidth > 0 &&
      !one.matches('input,textarea')
    )
      wide.push({
        what: nameOf(one),
        page: false,
        reachable: one.tabIndex >= 0 || one.querySelector('a[href],button,input,[tabindex="0"]') !== null,
        needsPx: one.scrollWidth,
        hasPx: one.clientWidth,
      });
  }
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth)
    wide.push({ what: 'the page', page: true, reachable: false, needsPx: scrollWidth, hasPx: clientWidth });
  return { texts, targets, wide };
}
