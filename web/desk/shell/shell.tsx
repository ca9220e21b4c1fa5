import { Button, Menu, UnstyledButton } from '@mantine/core';
import { Suspense, useEffect, useRef } from 'react';
import { Link, Outlet, useLocation } from 'react-router';
import { signOut, tellSession } from '../../api/session.ts';
import { BarScreens } from './bar-screens.tsx';
import { BatchWatch } from './batch/batch-watch.tsx';
import { DropAnywhere } from './drop-anywhere.tsx';
import { Palette } from './keys/palette.tsx';
import { Shortcuts } from './keys/shortcuts.tsx';
import { useOverlays } from './keys/use-overlays.ts';
import { useNotices } from './notices.tsx';
import { OfflineStrip } from './offline-strip.tsx';
import { PrintHead } from './print-head.tsx';
import { problemWords } from './problem-words.ts';
import { useOfficer } from './session/use-me.tsx';
import { CHOICES, type ThemeChoice, useTheme } from './use-theme.ts';
import { useWords } from './use-words.tsx';

/** Signs out everywhere; files on their way stay with nobody. */
async function leave(): Promise<void> {
  const { clearShelf } = await import('../upload/upload-shelf.ts');
  await clearShelf();
  const to = await signOut();
  tellSession('signed-out');
  location.assign(to);
}

function WhoAmI() {
  const { w } = useWords();
  const { me, communes } = useOfficer();
  const tell = useNotices();
  // Who does not hear of it would go away signed in.
  const stays = (error: unknown) => {
    tell({ text: `${w('me.notSignedOut')} ${problemWords(error, w)}`, tone: 'trouble' });
    reportError(error);
  };
  const names = communes.map(({ name }) => name);
  const where = me.communes === '*' ? w('me.allCommunes') : names.slice(0, 3).join(', ') || w('me.noCommune');
  const rest = me.communes === '*' ? 0 : Math.max(0, names.length - 3);
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <UnstyledButton className="who" title={me.name}>
          <strong>{me.name}</strong>
          <span>
            {me.roles.map((role) => w(`role.${role}`)).join(', ')} · {where}
            {rest > 0 && ` ${w('me.moreCommunes', { n: rest })}`}
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{w('me.communes')}</Menu.Label>
        <div className="who-communes">
          {me.communes === '*' ? w('me.allCommunes') : names.map((name) => <div key={name}>{name}</div>)}
          {me.communes !== '*' && names.length === 0 && w('me.noCommune')}
        </div>
        <Menu.Divider />
        <Menu.Item onClick={() => void leave().catch(stays)}>{w('me.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Choices() {
  const { w, language, setLanguage } = useWords();
  const { choice, choose } = useTheme();
  const other = language === 'vi' ? 'en' : 'vi';
  return (
    <>
      <Button variant="subtle" lang={other} onClick={() => setLanguage(other)}>
        {w('bar.language')}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="subtle">{w('bar.theme')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.RadioGroup value={choice} onChange={(one) => choose(one as ThemeChoice)}>
            {CHOICES.map((one) => (
              <Menu.RadioItem key={one} value={one} closeMenuOnClick>
                {w(`theme.${one}`)}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

/** Around every screen: the top bar, the palette, the sheet of shortcuts, and the screen itself. */
export function Shell() {
  const { w } = useWords();
  const { overlay, open, close } = useOverlays();
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another screen begins at its top, for the keyboard too
  useEffect(() => main.current?.focus({ preventScroll: true }), [pathname]);
  return (
    <div className="desk-shell">
      <a className="skip" href="#screen">
        {w('bar.skip')}
      </a>
      <header className="desk-bar">
        <Link className="wordmark" to="/desk" lang="vi">
          Địa Bạ
        </Link>
        <BarScreens />
        <Button className="ask" variant="default" onClick={() => open('palette')} rightSection={<kbd>Ctrl K</kbd>}>
          {w('bar.palette')}
        </Button>
        <Choices />
        <Button variant="subtle" onClick={() => open('shortcuts')} aria-label={w('shortcuts.help')}>
          ?
        </Button>
        <WhoAmI />
      </header>
      <OfflineStrip />
      <PrintHead />
      {document.getElementById('desk')?.dataset.demo && <p className="demo-strip">{w('bar.demo')}</p>}
      <main id="screen" ref={main} tabIndex={-1}>
        <Suspense fallback={<p className="list-state">{w('state.loading')}</p>}>
          <Outlet />
        </Suspense>
      </main>
      <BatchWatch />
      <DropAnywhere />
      <Palette opened={overlay === 'palette'} onClose={close} />
      <Shortcuts opened={overlay === 'shortcuts'} onClose={close} />
    </div>
  );
}
