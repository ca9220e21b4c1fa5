/** Handwriting as strokes: figures as a hand writes them, words as a running line nobody can read. Millimetres from the baseline's left. */
import type { Random } from '../file/random.ts';

type Point = readonly [x: number, y: number];
type Stroke = readonly Point[];

/** Figures in a box of 0 to 1, y upwards; each stroke without lifting the pen. */
const FIGURES: Readonly<Record<string, readonly Stroke[]>> = {
  '0': [
    [
      [0.5, 1],
      [0.1, 0.7],
      [0.1, 0.3],
      [0.5, 0],
      [0.9, 0.3],
      [0.9, 0.7],
      [0.5, 1],
    ],
  ],
  '1': [
    [
      [0.2, 0.7],
      [0.6, 1],
      [0.55, 0],
    ],
  ],
  '2': [
    [
      [0.1, 0.75],
      [0.45, 1],
      [0.85, 0.75],
      [0.5, 0.35],
      [0.1, 0.05],
      [0.95, 0],
    ],
  ],
  '3': [
    [
      [0.1, 0.9],
      [0.7, 1],
      [0.75, 0.65],
      [0.4, 0.52],
      [0.85, 0.4],
      [0.7, 0.02],
      [0.1, 0.08],
    ],
  ],
  '4': [
    [
      [0.55, 1],
      [0.1, 0.35],
      [0.95, 0.35],
    ],
    [
      [0.7, 0.65],
      [0.65, -0.05],
    ],
  ],
  '5': [
    [
      [0.85, 1],
      [0.25, 1],
      [0.2, 0.55],
      [0.7, 0.6],
      [0.85, 0.25],
      [0.5, 0],
      [0.1, 0.1],
    ],
  ],
  '6': [
    [
      [0.8, 1],
      [0.3, 0.7],
      [0.12, 0.25],
      [0.5, 0],
      [0.85, 0.25],
      [0.5, 0.5],
      [0.15, 0.3],
    ],
  ],
  '7': [
    [
      [0.1, 1],
      [0.9, 0.95],
      [0.4, 0],
    ],
    [
      [0.3, 0.5],
      [0.75, 0.52],
    ],
  ],
  '8': [
    [
      [0.8, 0.85],
      [0.4, 1],
      [0.2, 0.75],
      [0.75, 0.3],
      [0.5, 0],
      [0.15, 0.2],
      [0.8, 0.85],
    ],
  ],
  '9': [
    [
      [0.85, 0.7],
      [0.45, 1],
      [0.15, 0.7],
      [0.5, 0.5],
      [0.85, 0.75],
      [0.7, 0],
    ],
  ],
  ',': [
    [
      [0.4, 0.1],
      [0.25, -0.25],
    ],
  ],
};
const HEIGHT = 3.6;

function figure(letter: string, left: number, wide: number, random: Random): Stroke[] {
  const shaky = () => random.between(-0.07, 0.07);
  const slant = 0.25;
  return (FIGURES[letter] ?? []).map((stroke) =>
    stroke.map(([x, y]) => [left + (x + shaky() + slant * y) * wide, (y + shaky()) * HEIGHT] as const),
  );
}

/** One letter of a running hand: up, round and down again, joined to the next. */
function loop(left: number, wide: number, random: Random): Point[] {
  const tall = random.chance(0.3) ? random.between(0.9, 1.3) : random.between(0.35, 0.6);
  const deep = random.chance(0.15) ? -0.5 : 0;
  const points = [
    [0.1, deep],
    [0.45, tall],
    [0.75, tall * 0.8],
    [0.5, deep],
    [1, 0.15],
  ] as const;
  return points.map(([x, y]) => [left + (x + 0.2 * y + random.between(-0.06, 0.06)) * wide, y * HEIGHT] as const);
}

/** Strokes of a text, and how far it goes. */
export function handStrokes(text: string, random: Random): { strokes: Stroke[]; width: number } {
  const strokes: Stroke[] = [];
  let at = 0;
  let running: Point[] = [];
  const lift = () => {
    if (running.length > 1) strokes.push(running);
    running = [];
  };
  for (const letter of text) {
    const wide = letter === ',' ? 1.2 : random.between(2, 2.6);
    if (letter === ' ') {
      lift();
      at += 2;
    } else if (FIGURES[letter]) {
      lift();
      strokes.push(...figure(letter, at, wide, random));
      at += wide + 0.9;
    } else {
      running.push(...loop(at, wide, random));
      at += wide;
    }
  }
  lift();
  return { strokes, width: at };
}
