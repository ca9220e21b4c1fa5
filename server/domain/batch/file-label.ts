/** Names of files that were sent: labels for people, never paths. */

/** Longest name, letters. */
export const LABEL_LETTERS = 200;

/**
 * What cannot be seen and could make a name look like another: controls, marks of direction, spaces without width, half
 * a character; U+FFFD stands where bytes were no UTF-8. A joiner between two pictures (U+200D, Unicode TS 51) is part of
 * what is seen, as in a family of three.
 */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d|\u200d(?!\p{Extended_Pictographic})|[\u0000-\u001f\u007f-\u009f\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd\p{Cs}]/gu;

/** Whether all of a name can be seen. */
export const isSeen = (name: string): boolean => name.search(UNSEEN) === -1;

/** The name of a file as it is sent: without what cannot be seen, a long one with its middle left out. */
export function fileLabel(name: string): string {
  const letters = [...name.replaceAll(UNSEEN, '').normalize('NFC').trim()];
  if (letters.length <= LABEL_LETTERS) return letters.join('');
  const half = LABEL_LETTERS / 2;
  return [...letters.slice(0, half), '…', ...letters.slice(1 - half)].join('');
}
