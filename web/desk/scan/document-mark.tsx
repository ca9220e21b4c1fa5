import type { DocumentSummary } from '../../api/document/documents.ts';
import type { DeskWords } from '../../i18n/desk-words.ts';
import { useWords } from '../shell/use-words.tsx';

/** What a document is called: its kind and, where one is known, its serial. */
export function documentTitle({ kind, serial }: Pick<DocumentSummary, 'kind' | 'serial'>, w: DeskWords): string {
  return serial === null ? w(`scan.kind.${kind}`) : w('scan.titled', { kind: w(`scan.kind.${kind}`), serial });
}

type Tone = 'quiet' | 'good' | 'waiting' | 'bad';
type State = DocumentSummary['status'] | 'again' | 'differs' | 'proposed' | 'registered' | 'alone' | 'refused';

const MARKS: Readonly<Record<State, readonly [shape: string, tone: Tone]>> = {
  reading: ['◔', 'quiet'],
  to_review: ['◇', 'waiting'],
  confirmed: ['●', 'good'],
  again: ['◈', 'waiting'],
  differs: ['≠', 'bad'],
  proposed: ['◆', 'waiting'],
  registered: ['●', 'good'],
  alone: ['◌', 'quiet'],
  refused: ['✕', 'bad'],
  rejected: ['⊘', 'quiet'],
};

type Marked = Pick<DocumentSummary, 'status' | 'links' | 'secondReading'>;

/** Where a document is on its way: of a confirmed one, what became of the parcels it was put to. */
export function stateOf({ status, links, secondReading }: Marked): State {
  if (status !== 'confirmed') return status;
  if (secondReading === 'waiting') return 'again';
  if (secondReading === 'differs') return 'differs';
  if (links.some((link) => link.status === 'proposed')) return 'proposed';
  if (links.some((link) => link.status === 'registered')) return 'registered';
  return links.length === 0 ? 'alone' : 'refused';
}

/** The state of a document: a word with a shape, never a colour alone. */
export function DocumentMark({ of }: { readonly of: Marked }) {
  const { w } = useWords();
  const state = stateOf(of);
  const [shape, tone] = MARKS[state];
  return (
    <span className="mark" data-tone={tone}>
      <span aria-hidden="true">{shape}</span> {w(`scan.state.${state}`)}
    </span>
  );
}
