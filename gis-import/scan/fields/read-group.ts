import { fieldsOf } from './grammar.ts';
import type { PageGroup } from './group-pages.ts';
import { type JudgedField, judgeFields } from './judge-fields.ts';
import { readPageFields } from './read-page-fields.ts';

/** What the pages of one document say, field by field. Places are of the pages as they were turned. Pure. */
export function readGroup({ grammar, pages }: PageGroup): JudgedField[] {
  const readings = pages.flatMap(({ text, codes, side, mark, grammar: own }, at) =>
    grammar && own === grammar && side !== null && mark === null
      ? [readPageFields(text, codes, at + 1, grammar, side)]
      : [],
  );
  return judgeFields(readings, fieldsOf(grammar));
}
