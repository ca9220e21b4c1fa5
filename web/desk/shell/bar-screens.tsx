import { Popover, UnstyledButton } from '@mantine/core';
import { useEffect, useId, useState } from 'react';
import { NavLink, useLocation } from 'react-router';
import { homeScreen, type ScreenGroup, screensOf } from './screens.ts';
import { useOfficer } from './session/use-me.tsx';
import { useWords } from './use-words.tsx';

/** Several screens of one subject behind one name: opened by click or key, left by Escape, by a look elsewhere, or by going to one. */
function GroupOfScreens({ group: { word, screens } }: { readonly group: ScreenGroup }) {
  const { w } = useWords();
  const { pathname } = useLocation();
  const [opened, setOpened] = useState(false);
  const listId = useId();
  // biome-ignore lint/correctness/useExhaustiveDependencies: who has gone somewhere has chosen
  useEffect(() => setOpened(false), [pathname]);
  const isHere = screens.some(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" withRoles={false} returnFocus>
      <Popover.Target>
        <UnstyledButton
          className="screens"
          aria-expanded={opened}
          aria-controls={listId}
          data-here={isHere || undefined}
          onClick={() => setOpened(!opened)}
        >
          {word && w(word)} <span aria-hidden>▾</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className="screens-list" id={listId}>
        {screens.map(({ to, word: name }) => (
          <NavLink key={to} to={to} onClick={() => setOpened(false)}>
            {w(name)}
          </NavLink>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}

/** The screens in the top bar: what is used all day by itself, the rest by subject. */
export function BarScreens() {
  const { w } = useWords();
  const { me } = useOfficer();
  const home = homeScreen(me);
  return (
    <nav aria-label={w('bar.screens')}>
      <NavLink to={home.to} end>
        {w(home.word)}
      </NavLink>
      {screensOf(me).map((group) =>
        group.screens.length > 1 ? (
          <GroupOfScreens key={group.id} group={group} />
        ) : (
          group.screens.map(({ to, word }) => (
            <NavLink key={to} to={to}>
              {w(word)}
            </NavLink>
          ))
        ),
      )}
    </nav>
  );
}
