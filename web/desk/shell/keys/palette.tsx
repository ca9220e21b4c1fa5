import { Modal } from '@mantine/core';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { searchKey } from '../../../../server/domain/encoding/search-key.ts';
import type { HolderQuestion } from '../../../../server/domain/question/holder-question.ts';
import { needsSecondKey } from '../../../../server/domain/question/second-key.ts';
import { STAFF_ROLES } from '../../../../server/domain/role.ts';
import type { DeskWords } from '../../../i18n/desk-words.ts';
import { useHolderLook } from '../../parcel/find/use-holder-look.ts';
import { useHolderQuestion } from '../../parcel/find/use-holder-question.ts';
import { batchTitle } from '../batch/batch-title.ts';
import { useFoundBatches } from '../batch/use-batches.ts';
import { homeScreen, screensOf } from '../screens.ts';
import { useHasRole, useOfficer } from '../session/use-me.tsx';
import { landAddress, useFoundLand } from '../use-found-land.ts';
import { useTheme } from '../use-theme.ts';
import { useWords } from '../use-words.tsx';

interface Command {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly isAnswer?: boolean;
  run(): void;
}

const MOST = 14;

/** By what a text finds who holds land; a number is not written out again. */
function holderLabel({ serial, digits, name }: HolderQuestion, w: DeskWords): string {
  if (serial !== undefined) return w('palette.serial', { serial });
  if (digits !== undefined) return w('palette.identity');
  return w('palette.holders', { name: name?.words ?? '' });
}

/** One box to go anywhere and do what the top bar does: screens, batches by file, commune or sheet, choices. */
export function Palette({ opened, onClose }: { readonly opened: boolean; onClose(): void }) {
  const { w } = useWords();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={w('palette.title')}
      closeButtonProps={{ 'aria-label': w('notice.close') }}
      size="lg"
    >
      {opened && <PaletteBox onClose={onClose} />}
    </Modal>
  );
}

function PaletteBox({ onClose }: { onClose(): void }) {
  const { w, language, setLanguage } = useWords();
  const { theme, choose } = useTheme();
  const navigate = useNavigate();
  const { me } = useOfficer();
  const looksUp = useHasRole(...STAFF_ROLES);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const holders = useHolderQuestion(text, looksUp);
  const isSure = holders ? !needsSecondKey(holders) : false;
  // A number of a person is no question for land; and what may be a person stands in no address, as the question for batches does.
  const { land, looking } = useFoundLand(holders?.digits === undefined ? text : '');
  const batches = useFoundBatches(holders === null ? text : '');
  const [, changeLook] = useHolderLook();
  const listId = useId();
  const commands = useMemo<Command[]>(() => {
    const go = (to: string) => () => void navigate(to);
    const screens = [
      ...[homeScreen(me), ...screensOf(me).flatMap((group) => group.screens)].map(({ to, word, title }) => ({
        id: to,
        label: w(title ?? word),
        hint: w('palette.screen'),
        run: go(to),
      })),
      {
        id: 'language',
        label: w('palette.language'),
        hint: w('palette.choice'),
        run: () => setLanguage(language === 'vi' ? 'en' : 'vi'),
      },
      {
        id: 'theme',
        label: w('palette.theme'),
        hint: w('palette.choice'),
        run: () => choose(theme === 'dark' ? 'light' : 'dark'),
      },
    ];
    const places = land.flatMap((one, i) => {
      const to = landAddress(one);
      return to ? [{ id: `land ${i}`, label: one.label, hint: one.detail, run: go(to), isAnswer: true }] : [];
    });
    const found = batches.map((batch) => ({
      id: batch.id,
      label: batchTitle(batch, w),
      hint: `${w(`status.${batch.status}`)} · ${batch.sourceName}`,
      run: go(`/desk/batches/${batch.id}`),
    }));
    const persons = holders
      ? [
          {
            id: 'holders',
            label: holderLabel(holders, w),
            hint: w('palette.logged'),
            isAnswer: true,
            run: () => {
              changeLook({ text: text.trim(), found: null });
              void navigate('/desk/parcels');
            },
          },
        ]
      : [];
    // Two words may be a name, or anything else: who is sure to be asked for comes first, else last.
    return isSure ? [...persons, ...places, ...screens, ...found] : [...places, ...screens, ...found, ...persons];
  }, [w, language, setLanguage, theme, choose, navigate, batches, land, me, holders, isSure, changeLook, text]);
  const shown = useMemo(() => {
    const words = searchKey(text).split(/\s+/).filter(Boolean);
    return (
      commands
        // The server has understood the question: its answers need not have the same words.
        .filter(
          ({ label, hint, isAnswer }) =>
            isAnswer || words.every((word) => searchKey(`${label} ${hint}`).includes(word)),
        )
        .filter(({ id }, at, all) => at < MOST - 1 || id === 'holders' || all.length <= MOST)
        .slice(0, MOST)
    );
  }, [commands, text]);
  const run = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(Math.min(shown.length - 1, at + 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1));
    else if (event.key === 'Enter') run(shown[at]);
    else return;
    event.preventDefault();
  };
  return (
    <div className="palette">
      <input
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={shown[at] ? `${listId}-${at}` : undefined}
        aria-label={w('palette.title')}
        placeholder={w('palette.hint')}
        data-autofocus
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={w('palette.title')}>
        {shown.map((command, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the box (ARIA combobox)
          <div
            key={command.id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onClick={() => run(command)}
          >
            <span>{command.label}</span> <small>{command.hint}</small>
          </div>
        ))}
      </div>
      {shown.every(({ id }) => id === 'holders') && (
        <p role="status">{w(looking ? 'state.loading' : 'palette.none')}</p>
      )}
    </div>
  );
}
