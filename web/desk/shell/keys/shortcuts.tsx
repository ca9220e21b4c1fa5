import { Modal, Switch } from '@mantine/core';
import { guidesFor } from '../../../../server/domain/guide.ts';
import type { DeskWordKey } from '../../../i18n/desk-words.ts';
import { useOfficer } from '../session/use-me.tsx';
import { useWords } from '../use-words.tsx';
import { useLetterKeys } from './letter-keys.ts';

const KEYS: readonly (readonly [key: string, word: DeskWordKey])[] = [
  ['Ctrl K', 'keys.palette'],
  ['F6', 'keys.pane'],
  ['↑ ↓', 'keys.rows'],
  ['Enter', 'keys.open'],
  ['Ctrl Z', 'keys.undo'],
  ['Esc', 'keys.escape'],
  ['?', 'keys.help'],
];
const LETTERS: readonly (readonly [string, DeskWordKey])[] = [
  ['/', 'keys.filter'],
  ['N', 'keys.next'],
  ['P', 'keys.previous'],
  ['A', 'keys.accept'],
  ['R', 'keys.reject'],
  ['E', 'keys.edit'],
  ['X', 'keys.exclude'],
];

/** The guides to my work; in a tab of their own, so that they can be read beside what is being done. */
function Guides() {
  const { w } = useWords();
  const { me } = useOfficer();
  return (
    <nav className="guides" aria-label={w('guide.title')}>
      <h3>{w('guide.title')}</h3>
      <ul>
        {guidesFor(me.roles).map((name) => (
          <li key={name}>
            <a href={`/guides/${name}`} target="_blank" rel="noopener">
              {w(`guide.${name}`)}
            </a>
          </li>
        ))}
        <li>
          <a href="/guides" target="_blank" rel="noopener">
            {w('guide.all')}
          </a>
        </li>
      </ul>
    </nav>
  );
}

/** Help at the desk: the guides, and every shortcut. */
export function Shortcuts({ opened, onClose }: { readonly opened: boolean; onClose(): void }) {
  const { w } = useWords();
  const [letters, setLetters] = useLetterKeys();
  const rows = (list: typeof KEYS) =>
    list.map(([key, word]) => (
      <tr key={key}>
        <th scope="row">
          <kbd>{key}</kbd>
        </th>
        <td>{w(word)}</td>
      </tr>
    ));
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={w('shortcuts.help')}
      closeButtonProps={{ 'aria-label': w('notice.close') }}
    >
      {opened && <Guides />}
      <h3>{w('shortcuts.title')}</h3>
      <table className="keys">
        <tbody>{rows(KEYS)}</tbody>
        <tbody>{rows(LETTERS)}</tbody>
      </table>
      <Switch
        label={w('shortcuts.letters')}
        checked={letters}
        onChange={(event) => setLetters(event.currentTarget.checked)}
      />
    </Modal>
  );
}
