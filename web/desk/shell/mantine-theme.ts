import { Button, type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** Bamboo green from wash to ink; 6 is the accent of look.md in the light theme, 3 the one of the dark. */
const bamboo: MantineColorsTuple = [
  '#e3efe9',
  '#c3ded2',
  '#8fd0b5',
  '#4cc79b',
  '#2a9a73',
  '#12805e',
  '#0b6b4f',
  '#09583f',
  '#074733',
  '#053828',
];

/** White is not readable on the accent of the dark theme; the tokens know what is. */
const FILLED = {
  '--button-bg': 'var(--accent)',
  '--button-hover': 'var(--accent)',
  '--button-color': 'var(--on-accent)',
};

/** Mantine by the tokens of web/ui/theme.css, which alone names colours and changes them with the theme. */
export const mantineTheme = createTheme({
  primaryColor: 'bamboo',
  colors: { bamboo },
  primaryShade: { light: 6, dark: 3 },
  autoContrast: true,
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font)',
  defaultRadius: 4,
  focusRing: 'auto',
  respectReducedMotion: true,
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  components: {
    Button: Button.extend({
      defaultProps: { size: 'xs' },
      vars: (_theme, { variant = 'filled' }) => ({ root: variant === 'filled' ? FILLED : {} }),
    }),
    TextInput: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs' } },
    // The page itself never scrolls, and the lock would add a style without a nonce.
    // Its head is a <header>, which outside of sections would be another banner of the page.
    Modal: { defaultProps: { lockScroll: false, attributes: { header: { role: 'none' } } } },
    Textarea: { defaultProps: { size: 'xs' } },
  },
});

const tokens = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--quiet-ink)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--accent-wash)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--edge)',
  '--mantine-color-error': 'var(--seal)',
  '--mantine-color-placeholder': 'var(--quiet-ink)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
};

export const mantineVariables: CSSVariablesResolver = () => ({ variables: {}, light: tokens, dark: tokens });
