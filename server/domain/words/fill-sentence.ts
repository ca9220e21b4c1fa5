/**
 * Fills a sentence. A `{name}` always stands inside `[…]`: the bracketed part is left out as a whole when one of its
 * words is missing, so that a sentence stays a sentence whatever is known.
 */
export function fillSentence(template: string, wordOf: (name: string) => string | null): string {
  return template.replace(/\[([^[\]]*)\]/g, (_, part: string) => {
    let complete = true;
    const filled = part.replace(/\{(\w+)\}/g, (__, name: string) => {
      const word = wordOf(name);
      if (word === null) complete = false;
      return word ?? '';
    });
    return complete ? filled : '';
  });
}

/** Names of the placeholders of a sentence, in their order. */
export function placeholdersOf(template: string): string[] {
  return [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
}
