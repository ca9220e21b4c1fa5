/**
 * Text from a file or a command line as it may go to a terminal: control characters (they could move the cursor or
 * change colours) and marks that turn the direction of writing become U+FFFD; NFC, so that one letter is one column.
 */
export function printable(text: string, atMost = 200): string {
  const clean = text.normalize('NFC').replace(/[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, '\ufffd');
  const letters = [...clean];
  return letters.length > atMost ? `${letters.slice(0, atMost - 1).join('')}…` : clean;
}
