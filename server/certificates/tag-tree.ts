/**
 * What a paper's parts are and in which order they are read (tagged PDF, ISO 32000-1, 14.7 and 14.8). The library knows nothing of
 * it: this writes its structure tree, and the marks in the pages that lead to it. All that is drawn is either marked or an artifact.
 */
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFOperator,
  type PDFOperatorNames,
  type PDFPage,
  type PDFRef,
} from 'pdf-lib';

export type TagType = 'Document' | 'H1' | 'H2' | 'P' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure' | 'Note';

export interface Tag {
  readonly type: TagType;
  readonly ref: PDFRef;
  readonly parent: PDFRef;
  /** Of a figure: what it shows. */
  readonly alt?: string;
  /** Of a figure: where it stands on its page, in points. */
  readonly box?: readonly [x1: number, y1: number, x2: number, y2: number];
  readonly kids: (Tag | { readonly page: PDFPage; readonly mcid: number })[];
}

type More = Pick<Tag, 'alt' | 'box'>;

export interface TagTree {
  /** A part of the whole, or of another part, behind those that it has already. */
  add(type: TagType, parent?: Tag, more?: More): Tag;
  /** What is drawn belongs to the part. */
  mark(page: PDFPage, tag: Tag, draw: () => void): void;
  /** What is drawn is read to nobody: lines, feet of pages. */
  artifact(page: PDFPage, draw: () => void): void;
  /** Writes the tree; once, when all is drawn. */
  write(): void;
}

const MARK = 'BDC' as PDFOperatorNames;
const ARTIFACT = 'BMC' as PDFOperatorNames;
const END = PDFOperator.of('EMC' as PDFOperatorNames);
const name = (text: string): PDFName => PDFName.of(text);

export function openTagTree(pdf: PDFDocument): TagTree {
  const { context } = pdf;
  const root = context.nextRef();
  const whole: Tag = { type: 'Document', ref: context.nextRef(), parent: root, kids: [] };
  /** Of each page, the parts that its marks lead to. */
  const marked = new Map<PDFPage, PDFRef[]>();

  function writeTag({ type, ref, parent, alt, box, kids }: Tag): void {
    const first = kids.find((kid) => 'mcid' in kid)?.page;
    const list = PDFArray.withContext(context);
    for (const kid of kids) {
      if ('ref' in kid) list.push(kid.ref);
      else if (kid.page === first) list.push(PDFNumber.of(kid.mcid));
      else list.push(context.obj({ Type: 'MCR', Pg: kid.page.ref, MCID: kid.mcid }));
    }
    const dict = PDFDict.withContext(context);
    dict.set(name('S'), name(type));
    dict.set(name('P'), parent);
    if (first) dict.set(name('Pg'), first.ref);
    if (alt !== undefined) dict.set(name('Alt'), PDFHexString.fromText(alt));
    if (box) dict.set(name('A'), context.obj({ O: 'Layout', BBox: [...box], Placement: 'Block' }));
    if (type === 'TH') dict.set(name('A'), context.obj({ O: 'Table', Scope: 'Column' }));
    dict.set(name('K'), list);
    context.assign(ref, dict);
    for (const kid of kids) if ('ref' in kid) writeTag(kid);
  }

  return {
    add(type, parent = whole, more = {}) {
      const tag: Tag = { type, ref: context.nextRef(), parent: parent.ref, kids: [], ...more };
      parent.kids.push(tag);
      return tag;
    },
    mark(page, tag, draw) {
      const known = marked.get(page) ?? [];
      marked.set(page, known);
      const mcid = known.push(tag.ref) - 1;
      tag.kids.push({ page, mcid });
      page.pushOperators(PDFOperator.of(MARK, [name(tag.type), `<</MCID ${mcid}>>`]));
      draw();
      page.pushOperators(END);
    },
    artifact(page, draw) {
      page.pushOperators(PDFOperator.of(ARTIFACT, [name('Artifact')]));
      draw();
      page.pushOperators(END);
    },
    write() {
      const numbers = PDFArray.withContext(context);
      for (const [index, page] of pdf.getPages().entries()) {
        page.node.set(name('StructParents'), PDFNumber.of(index));
        page.node.set(name('Tabs'), name('S'));
        numbers.push(PDFNumber.of(index));
        numbers.push(context.register(context.obj(marked.get(page) ?? [])));
      }
      writeTag(whole);
      const parents = context.register(context.obj({ Nums: numbers }));
      context.assign(
        root,
        context.obj({
          Type: 'StructTreeRoot',
          K: [whole.ref],
          ParentTree: parents,
          ParentTreeNextKey: pdf.getPageCount(),
        }),
      );
      pdf.catalog.set(name('StructTreeRoot'), root);
      pdf.catalog.set(name('MarkInfo'), context.obj({ Marked: true }));
    },
  };
}

/**
 * Puts the widget of a signature into the tree, behind all else. Nothing where the document has no tree.
 */
export function tagSignature(pdf: PDFDocument, widget: PDFRef, page: PDFPage): void {
  const { catalog, context } = pdf;
  const root = catalog.lookupMaybe(name('StructTreeRoot'), PDFDict);
  if (!root) return;
  const wholeRef = root.lookup(name('K'), PDFArray).get(0) as PDFRef;
  const whole = context.lookup(wholeRef, PDFDict);
  const key = root.lookup(name('ParentTreeNextKey'), PDFNumber).asNumber();
  const form = context.register(
    context.obj({ S: 'Form', P: wholeRef, Pg: page.ref, K: [{ Type: 'OBJR', Obj: widget, Pg: page.ref }] }),
  );
  whole.lookup(name('K'), PDFArray).push(form);
  const parentsRef = root.get(name('ParentTree')) as PDFRef;
  const numbers = context.lookup(parentsRef, PDFDict).lookup(name('Nums'), PDFArray);
  numbers.push(PDFNumber.of(key));
  numbers.push(form);
  root.set(name('ParentTreeNextKey'), PDFNumber.of(key + 1));
  context.lookup(widget, PDFDict).set(name('StructParent'), PDFNumber.of(key));
}
