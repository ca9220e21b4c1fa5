/**
 * Well-known text of a coordinate system as a tree. WKT1 (ESRI and OGC) and the brackets of WKT2; both `[ ]` and `( )`.
 * Source: OGC 01-009 clause 7. Tolerant: what it cannot place it passes over.
 */
export interface WktNode {
  /** Keyword in upper case: PROJCS, PARAMETER … */
  readonly keyword: string;
  /** Texts and numbers directly inside, in order. */
  readonly values: readonly (string | number)[];
  readonly children: readonly WktNode[];
}

const MAX_DEPTH = 32;
const MAX_LENGTH = 1 << 16;
const TOKEN =
  /\s*(?:"((?:[^"]|"")*)"|([A-Za-z_][A-Za-z0-9_]*)\s*([[(])|([A-Za-z_][A-Za-z0-9_]*)|([-+]?[0-9.][0-9.eE+-]*)|(,)|([\])]))/y;

/** The outermost node, or undefined when the text is not well-known text. */
export function findWkt(text: string): WktNode | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  interface Open {
    keyword: string;
    values: (string | number)[];
    children: WktNode[];
  }
  const stack: Open[] = [];
  const token = new RegExp(TOKEN);
  for (;;) {
    const match = token.exec(text);
    if (!match) return undefined;
    const [, quoted, opened, , word, number, , closed] = match;
    const top = stack.at(-1);
    if (opened !== undefined) {
      if (stack.length >= MAX_DEPTH) return undefined;
      stack.push({ keyword: opened.toUpperCase(), values: [], children: [] });
    } else if (!top) return undefined;
    else if (quoted !== undefined) top.values.push(quoted.replaceAll('""', '"'));
    else if (number !== undefined) top.values.push(Number(number));
    else if (word !== undefined) top.values.push(word);
    else if (closed !== undefined) {
      stack.pop();
      const parent = stack.at(-1);
      if (!parent) return top;
      parent.children.push(top);
    }
  }
}

/** The first node with one of the keywords, the node itself included, in order of depth. */
export function findNode(root: WktNode, ...keywords: readonly string[]): WktNode | undefined {
  let level: readonly WktNode[] = [root];
  while (level.length > 0) {
    const found = level.find((node) => keywords.includes(node.keyword));
    if (found) return found;
    level = level.flatMap((node) => node.children);
  }
  return undefined;
}

/** Every node of a keyword, anywhere. */
export function listNodes(root: WktNode, keyword: string): WktNode[] {
  return [...(root.keyword === keyword ? [root] : []), ...root.children.flatMap((child) => listNodes(child, keyword))];
}
