import { fillSentence } from '../domain/words/fill-sentence.ts';

/** Puts values at their {names}; a name without a value is a fault of the template. */
export function fillWords(template: string, values: Readonly<Record<string, string>>): string {
  return fillSentence(template, (name) => {
    const value = values[name];
    if (value === undefined) throw new Error(`the template asks for {${name}}`);
    return value;
  });
}
