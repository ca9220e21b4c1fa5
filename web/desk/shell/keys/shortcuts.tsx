import { Modal, Switch } from '@mantine/core';
import type { DeskWordKey } from '../../../i18n/desk-words.ts';
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

/** Every shortcut of the desk. */
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
      title={w('shortcuts.title')}
      closeButtonProps={{ 'aria-label': w('notice.close') }}
    >
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
