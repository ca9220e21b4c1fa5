import type { Box, Boxes, TextBox } from './read-boxes.ts';

/** Side of the smallest square that can be pressed (WCAG 2.2, 2.5.8), CSS pixels. */
const LEAST_TARGET = 24;
/** What glyphs stick out of their line, and fractions of pixels. */
const SLACK = 2;
/** Two texts that share more than this in both directions lie on each other: lines of a tight paragraph share less. */
const SHARED = 4;

const widthOf = (box: Box) => box.right - box.left;
const heightOf = (box: Box) => box.bottom - box.top;

function cutOf(box: Box, cut: Box | undefined, slackY = SLACK): number {
  if (!cut) return 0;
  const across = Math.max(cut.left - box.left, box.right - cut.right);
  // A line's box is higher than its glyphs.
  const down = Math.max(cut.top - box.top, box.bottom - cut.bottom);
  return Math.max(across > SLACK ? across : 0, down > slackY ? down : 0);
}

function* faultsOfText({ what, lines, words, beginnings, broken, cut, told }: TextBox): Generator<string> {
  const most = Math.max(...lines.map((line) => cutOf(line, cut, heightOf(line) / 4)));
  if (most > 0 && !told) yield `cut by ${most.toFixed(0)} px: ${what}`;
  if (broken) yield `“${broken}” is broken in two: ${what}`;
  if (words >= 4 && beginnings >= words) yield `a word a line: ${what}`;
}

function* overlapsOf(texts: readonly TextBox[]): Generator<string> {
  const lines = texts
    .flatMap((text) => text.lines.map((line) => ({ text, line: text.cut ? within(line, text.cut) : line })))
    .sort((a, b) => a.line.top - b.line.top);
  const told = new Set<string>();
  for (const [i, one] of lines.entries()) {
    for (let k = i + 1; k < lines.length && lines[k]!.line.top < one.line.bottom - SHARED; k += 1) {
      const other = lines[k]!;
      if (other.text === one.text || other.text.sheet !== one.text.sheet) continue;
      const shared = within(one.line, other.line);
      const said = `${one.text.what} lies on ${other.text.what}`;
      if (widthOf(shared) > SHARED && heightOf(shared) > SHARED && !told.has(said)) {
        told.add(said);
        yield said;
      }
    }
  }
}

const within = (a: Box, b: Box): Box => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.min(a.right, b.right),
  bottom: Math.min(a.bottom, b.bottom),
});

/** One line each: what is cut, broken, laid on another, too small to press, or wider than the screen. Empty: all is well. */
export function judgeBoxes({ texts, targets, wide }: Boxes): string[] {
  return [
    ...texts.flatMap((text) => [...faultsOfText(text)]),
    ...overlapsOf(texts),
    ...targets.flatMap(({ what, box, inSentence, cut }) => [
      ...(!inSentence && Math.min(widthOf(box), heightOf(box)) < LEAST_TARGET - 0.5
        ? [`a target of ${widthOf(box).toFixed(0)} × ${heightOf(box).toFixed(0)} px: ${what}`]
        : []),
      ...(cutOf(box, cut) > 0 ? [`a target cut by ${cutOf(box, cut).toFixed(0)} px: ${what}`] : []),
    ]),
    ...wide.flatMap(({ what, page, reachable, needsPx, hasPx }) =>
      page || !reachable ? [`${page ? '' : 'no key scrolls '}${needsPx} px in ${hasPx}: ${what}`] : [],
    ),
  ];
}
