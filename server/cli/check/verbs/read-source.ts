/** A source file as what it declares, what each declaration uses, and which addresses it asks. */
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';

export interface Import {
  /** Path within the repository. */
  readonly file: string;
  /** Exported name; `*` for the whole module. */
  readonly name: string;
}

/** A declaration of any depth, a member of an object (`.name`), the handler of a door, or all the rest of the file (``). */
export interface Declared {
  readonly uses: Set<string>;
  /** Names that follow a dot. */
  readonly members: Set<string>;
  /** Texts that begin with `/`; a part that is filled in is `*`. With the method, where the call says it. */
  readonly addresses: { readonly path: string; readonly method: string | null }[];
}

export interface Source {
  readonly file: string;
  readonly imports: ReadonlyMap<string, Import>;
  readonly declared: ReadonlyMap<string, Declared>;
  /** Functions, and objects made of functions, that other files may use. */
  readonly verbs: readonly string[];
  /** Contract a door stands for → name of the declaration that answers there. */
  readonly doors: ReadonlyMap<string, string>;
  /** Every word of every text. */
  readonly words: ReadonlySet<string>;
  /** Other sources that are named in texts: programs that are started. */
  readonly started: readonly string[];
}

/** Tests and what they are built on: what asks addresses and starts programs. */
export const isStage = (file: string): boolean =>
  file.endsWith('.test.ts') || /^(server|gis-import)\/testing\//.test(file);

const CONTRACTS = 'server/domain/contract/';
const METHODS = new Set(['get', 'head', 'options', 'post', 'put', 'patch', 'delete']);

function readImports(file: string, source: ts.SourceFile): Map<string, Import> {
  const found = new Map<string, Import>();
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const clause = statement.importClause;
    if (
      !clause ||
      clause.phaseModifier === ts.SyntaxKind.TypeKeyword ||
      !statement.moduleSpecifier.text.startsWith('.')
    )
      continue;
    const from = normalize(join(dirname(file), statement.moduleSpecifier.text));
    if (clause.name) found.set(clause.name.text, { file: from, name: 'default' });
    const bindings = clause.namedBindings;
    if (bindings && ts.isNamespaceImport(bindings)) found.set(bindings.name.text, { file: from, name: '*' });
    else if (bindings)
      for (const { isTypeOnly, name, propertyName } of bindings.elements)
        if (!isTypeOnly) found.set(name.text, { file: from, name: (propertyName ?? name).text });
  }
  return found;
}

/** Text of a literal, `*` for each part that is filled in. */
function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map(({ literal }) => `*${literal.text}`).join('');
}

const isFunction = (node: ts.Node | undefined): node is ts.ArrowFunction | ts.FunctionExpression =>
  node !== undefined && (ts.isArrowFunction(node) || ts.isFunctionExpression(node));

/** The method with which an address is asked: `method: 'POST'` beside it, or the name of the call. */
function methodOf(literal: ts.Node): string | null {
  for (let node = literal.parent; node && !ts.isBlock(node); node = node.parent) {
    if (ts.isObjectLiteralExpression(node)) {
      const method = node.properties.find((one) => one.name?.getText() === 'method');
      if (method) return ts.isPropertyAssignment(method) ? (textOf(method.initializer) ?? '*') : '*';
    }
    if (ts.isCallExpression(node)) {
      const called = ts.isPropertyAccessExpression(node.expression)
        ? node.expression.name.text
        : node.expression.getText();
      if (METHODS.has(called.toLowerCase())) return called.toUpperCase();
    }
  }
  return null;
}

/** What declares a name of its own: a function, a constant; on a stage also a member of an object that is a function. */
function nameOf(node: ts.Node, isStage: boolean): string | null {
  if ((ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) && node.name) return node.name.text;
  if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer) return node.name.text;
  if (!isStage) return null;
  if (ts.isMethodDeclaration(node) && ts.isObjectLiteralExpression(node.parent)) return `.${node.name.getText()}`;
  if (ts.isPropertyAssignment(node) && isFunction(node.initializer)) return `.${node.name.getText()}`;
  return null;
}

/** Texts that only look like addresses: they are looked for in others, or joined to a folder. */
const OF_TEXT = /^(join|resolve|split|replace|replaceAll|startsWith|endsWith|includes|indexOf|lastIndexOf)$/;
function isAddress(node: ts.Node, text: string): boolean {
  if (!/^\*?\//.test(text)) return false;
  const call = node.parent;
  if (!ts.isCallExpression(call)) return true;
  const { expression } = call;
  return !OF_TEXT.test(ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText());
}

/** Whether an identifier is said of something else: a key, a parameter, a member. */
function isName(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent) || ts.isParameter(parent))
    return parent.name === node;
  return ts.isBindingElement(parent) && (parent.propertyName === node || parent.name === node);
}

const isExported = (node: ts.Node) =>
  ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;

/** Whether a constant is something that does: a function, what another made, or an object that holds one. */
function does(value: ts.Expression | undefined): boolean {
  if (value === undefined) return false;
  if (ts.isSatisfiesExpression(value) || ts.isAsExpression(value)) return does(value.expression);
  if (!ts.isObjectLiteralExpression(value)) return isFunction(value);
  return value.properties.some(
    (one) =>
      ts.isMethodDeclaration(one) ||
      ts.isShorthandPropertyAssignment(one) ||
      (ts.isPropertyAssignment(one) && does(one.initializer)),
  );
}

function verbsOf(source: ts.SourceFile): string[] {
  return source.statements.filter(isExported).flatMap((statement) => {
    if (ts.isFunctionDeclaration(statement) && statement.name) return [statement.name.text];
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations
      .filter((one) => does(one.initializer))
      .map(({ name }) => name.getText());
  });
}

export function readSource(root: string, file: string, isSource: (file: string) => boolean): Source {
  const stage = isStage(file);
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const imports = readImports(file, source);
  const declared = new Map<string, Declared>();
  const doors = new Map<string, string>();
  const words = new Set<string>();
  const started = new Set<string>();
  const own = (name: string): Declared => {
    const known = declared.get(name) ?? { uses: new Set(), members: new Set(), addresses: [] };
    declared.set(name, known);
    return known;
  };
  /** The contract that an argument names. */
  const contractOf = (node: ts.Expression): string | null => {
    const [first, second] = node.getText().split('.');
    const from = imports.get(first!);
    if (!from?.file.startsWith(CONTRACTS)) return null;
    return from.name === '*' ? (second ?? null) : from.name;
  };
  const visit = (node: ts.Node, into: string): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return;
    const text = textOf(node);
    if (text !== null) {
      for (const word of text.split(/[^\w-]+/)) words.add(word);
      if (isAddress(node, text)) own(into).addresses.push({ path: text.replace(/^\*/, ''), method: methodOf(node) });
      if (text.endsWith('.ts'))
        for (const one of [text, normalize(join(dirname(file), text))])
          if (isSource(one) && !one.endsWith('.test.ts')) started.add(one);
    }
    if (ts.isIdentifier(node)) {
      const isMember = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
      if (isMember) own(into).members.add(node.text);
      else if (!isName(node)) own(into).uses.add(node.text);
      return;
    }
    if (ts.isCallExpression(node)) {
      const contract = node.arguments.map(contractOf).find((one) => one !== null);
      const handler = node.arguments.find(isFunction);
      if (contract && handler) {
        doors.set(contract, `door ${contract}`);
        own(`door ${contract}`);
        visit(handler, `door ${contract}`);
        return;
      }
    }
    const name = nameOf(node, stage);
    if (name !== null) own(name);
    ts.forEachChild(node, (child) => visit(child, name ?? into));
  };
  visit(source, '');
  return { file, imports, declared, verbs: verbsOf(source), doors, words, started: [...started] };
}
