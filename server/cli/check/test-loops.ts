/** Loops of tests that would pass over nothing: each goes over a list that is written down, asserted of, or says whether it may be empty. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { listSources } from './list-sources.ts';
import { ROOT } from './run-tool.ts';

/** Calls that give as many items as they are given, or some at any rate. */
const KEEPS = /^(map|entries|keys|values|concat|sort|toSorted|reverse|toReversed|split)$/;
const SAID = /^(notEmpty|mayBeEmpty)$/;

function initializerOf(source: ts.SourceFile, name: string): ts.Expression | undefined | null {
  let found: ts.Expression | undefined | null = null;
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.name.text === name)
      found = node.initializer;
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Whether it can be seen from here that there is something to go over. */
function isKnown(node: ts.Expression | undefined, source: ts.SourceFile, depth = 0): boolean {
  if (node === undefined || depth > 8) return false;
  const next = (one: ts.Expression | undefined) => isKnown(one, source, depth + 1);
  if (
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isParenthesizedExpression(node) ||
    ts.isNonNullExpression(node)
  )
    return next(node.expression);
  if (ts.isArrayLiteralExpression(node))
    return node.elements.some((one) => (ts.isSpreadElement(one) ? next(one.expression) : true));
  if (ts.isObjectLiteralExpression(node)) return node.properties.length > 0;
  if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) return true;
  if (ts.isNewExpression(node)) return next(node.arguments?.[0]);
  if (ts.isAwaitExpression(node)) return next(node.expression);
  if (ts.isConditionalExpression(node)) return next(node.whenTrue) && next(node.whenFalse);
  if (ts.isIdentifier(node)) {
    const value = initializerOf(source, node.text);
    // A constant of another file is a list that somebody wrote.
    return value === null ? /^[A-Z][A-Z0-9_]+$/.test(node.text) : next(value);
  }
  if (!ts.isCallExpression(node)) return false;
  const called = node.expression;
  if (ts.isIdentifier(called)) return SAID.test(called.text);
  if (!ts.isPropertyAccessExpression(called)) return false;
  const [first] = node.arguments;
  if (/^(Object\.(entries|keys|values)|Map\.groupBy)$/.test(called.getText())) return next(first);
  if (/^(Array\.from|Promise\.(all|allSettled))$/.test(called.getText())) return next(first);
  return KEEPS.test(called.name.text) && next(called.expression);
}

/** Whether an assertion of the same function, outside of the loop, speaks of the list or of how much is in it. */
function isAsserted(list: ts.Expression, loop: ts.Node): boolean {
  const name = /[\w$]+$/.exec(/^[\w.$!]+/.exec(list.getText())?.[0] ?? '')?.[0];
  let around = loop.parent;
  while (!ts.isFunctionLike(around) && !ts.isSourceFile(around)) around = around.parent;
  const text = around.getText().replace(loop.getText(), '');
  return (
    name !== undefined &&
    new RegExp(`assert[^;]*\\b${name}\\b[^;]*\\.(length|size)|assert\\.deepEqual\\([^;]*\\b${name}\\b`).test(text)
  );
}

/** What a node goes over while it asserts; null for everything else. */
function listOf(node: ts.Node): ts.Expression | null {
  if (ts.isForOfStatement(node)) return /\bassert\b/.test(node.statement.getText()) ? node.expression : null;
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null;
  if (node.expression.name.text !== 'every') return null;
  let around: ts.Node = node.parent;
  while (ts.isExpression(around) && !(ts.isCallExpression(around) && around.expression.getText().startsWith('assert')))
    around = around.parent;
  return ts.isCallExpression(around) ? node.expression.expression : null;
}

/** Loops of a test that may have nothing to go over. */
export function findEmptyLoops(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const list = listOf(node);
    if (list && !isKnown(list, source) && !isAsserted(list, node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      const shown = list.getText().replaceAll(/\s+/g, ' ').slice(0, 60);
      found.push(
        `${file}:${line + 1}: ${shown} may be empty and the test would pass: notEmpty(…) of server/testing, or mayBeEmpty(…) where that is right`,
      );
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

export const findLoopsOverNothing = (root: string = ROOT): string[] =>
  listSources(root)
    .filter((file) => file.endsWith('.test.ts') || file.startsWith('server/testing/'))
    .flatMap((file) => findEmptyLoops(file, readFileSync(join(root, file), 'utf8')));
