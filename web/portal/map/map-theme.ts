import type { Theme } from '../../map/map-context.ts';

const dark = () => matchMedia('(prefers-color-scheme: dark)');

/** The theme in force: the reader's choice on the page (data-theme), else the device's. */
export function currentTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return dark().matches ? 'dark' : 'light';
}

/** Hears of every change of it. */
export function watchTheme(onChange: (theme: Theme) => void): void {
  const tell = () => onChange(currentTheme());
  dark().addEventListener('change', tell);
  new MutationObserver(tell).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
}
