/** Embeddings and overrides (U+202A, B, D, E) end with PDF; isolates (U+2066 to 2068) with PDI. UAX #9, 2.1 to 2.6. */
const PDF = '\u202C';
const PDI = '\u2069';
const ENDING: Readonly<Record<string, string>> = {
  '\u202A': PDF,
  '\u202B': PDF,
  '\u202D': PDF,
  '\u202E': PDF,
  '\u2066': PDI,
  '\u2067': PDI,
  '\u2068': PDI,
};
const ANY = /[\u202A-\u202E\u2066-\u2069]/;

/**
 * Text whose marks of direction end within it: what it opens is closed, what it closes without having opened is left
 * out. Otherwise a name could turn round the numbers that stand behind it; browsers' own isolation does not help, since
 * they make it of the same marks.
 */
export function closeBidiMarks(text: string): string {
  if (!ANY.test(text)) return text;
  const open: string[] = [];
  let made = '';
  for (const character of text) {
    const ending = ENDING[character];
    if (ending) open.push(ending);
    else if (character === PDF) {
      if (open.at(-1) !== PDF) continue;
      open.pop();
    } else if (character === PDI) {
      const at = open.lastIndexOf(PDI);
      if (at < 0) continue;
      open.length = at;
    }
    made += character;
  }
  return made + open.reverse().join('');
}
