/** Characters that nobody sees: they make two names of one, or turn the direction in which a line is read. */

/** Format characters (soft hyphen, zero width, direction), variation selectors, letters that are blank. */
const UNSEEN = /\p{Cf}|\p{Variation_Selector}|\u034f|\u115f|\u1160|\u3164|\uffa0/gu;
/** Blanks of other widths, among them the one that does not break. */
const OTHER_BLANK = /[\p{Zs}--[ ]]/gv;

/** `unseen`: something was taken away or became a plain blank. */
export function takeOutUnseen(text: string): { readonly text: string; readonly unseen: boolean } {
  const cleaned = text.replace(UNSEEN, '').replace(OTHER_BLANK, ' ').trim();
  return { text: cleaned, unseen: cleaned !== text.trim() };
}

/** Controls of ASCII and of the upper half, and the separators of lines and paragraphs. */
const isControl = (code: number) => code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0x2028 || code === 0x2029;

/** Tabs and line ends are only another kind of blank. */
export function hasControlCharacter(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isControl(code) && code !== 0x09 && code !== 0x0a && code !== 0x0d) return true;
  }
  return false;
}

export function spaceControlCharacters(text: string): string {
  let clean = true;
  for (let i = 0; clean && i < text.length; i++) clean = !isControl(text.charCodeAt(i));
  if (clean) return text;
  let spaced = '';
  for (const c of text) spaced += isControl(c.charCodeAt(0)) ? ' ' : c;
  return spaced;
}
