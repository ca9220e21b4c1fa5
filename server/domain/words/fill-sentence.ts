/**
 * The one grammar of our sentences, wherever they are read:
 *
 *   {name}           a word; stays as it is written where no such word is known
 *   {n|one|several}  the first where the word is 1, else the second
 *   [… {name} …]     left out as a whole where one of its words is not known, so that a sentence stays a sentence
 *
 * What is filled in is taken as it is: braces and brackets in it mean nothing.
 */
export function fillSentence(template: string, wordOf: (name: string) => string | null): string {
  return template.replace(PART, (whole, bracketed: string | undefined, ...place: Place) => {
    if (bracketed === undefined) return placeOf(place, wordOf) ?? whole;
    let complete = true;
    const filled = bracketed.replace(PLACE, (_, ...inner: Place) => {
      const word = placeOf(inner, wordOf);
      if (word === null) complete = false;
      return word ?? '';
    });
    return complete ? filled : '';
  });
}

type Place = [name: string, one: string | undefined, several: string | undefined, ...unknown[]];

const PLACE = /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g;
const PART = new RegExp(String.raw`\[([^[\]]*)\]|${PLACE.source}`, 'g');

function placeOf([name, one, several]: Place, wordOf: (name: string) => string | null): string | null {
  const word = wordOf(name);
  if (word === null || one === undefined || several === undefined) return word;
  return word === '1' ? one : several;
}

/** The same with a table of words, as screens and pages fill theirs. */
export function fillFrom(template: string, values: Readonly<Record<string, string | number | undefined>>): string {
  return fillSentence(template, (name) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? null : String(value);
  });
}

/** Names of the places of a sentence, in their order. */
export function placeholdersOf(template: string): string[] {
  return [...template.matchAll(PLACE)].map((match) => match[1]!);
}
