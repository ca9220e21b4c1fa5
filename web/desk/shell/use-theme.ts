import { useMantineColorScheme } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { keepChoice } from '../../api/session.ts';
import type { Theme } from '../../map/map-context.ts';

export const CHOICES = ['auto', 'light', 'dark'] as const;
export type ThemeChoice = (typeof CHOICES)[number];

const dark = () => matchMedia('(prefers-color-scheme: dark)');
const chosen = (): ThemeChoice => {
  const named = document.documentElement.dataset.theme;
  return named === 'light' || named === 'dark' ? named : 'auto';
};

/** The theme in force and the choice behind it. The root's data-theme is the truth: the style sheet reads it. */
export function useTheme(): { theme: Theme; choice: ThemeChoice; choose(choice: ThemeChoice): void } {
  const { setColorScheme } = useMantineColorScheme();
  const [choice, setChoice] = useState<ThemeChoice>(chosen);
  const [deviceDark, setDeviceDark] = useState(() => dark().matches);
  useEffect(() => {
    const media = dark();
    const hear = () => setDeviceDark(media.matches);
    media.addEventListener('change', hear);
    return () => media.removeEventListener('change', hear);
  }, []);
  const choose = useCallback(
    (next: ThemeChoice) => {
      document.documentElement.dataset.theme = next;
      setChoice(next);
      setColorScheme(next);
      keepChoice('theme', next).catch(reportError);
    },
    [setColorScheme],
  );
  return { theme: choice === 'auto' ? (deviceDark ? 'dark' : 'light') : choice, choice, choose };
}
