import { createTheme, type CSSVariablesResolver, type MantineColorsTuple, type VariantColorsResolver } from '@mantine/core';
import parts from './parts.module.css';

const blue: MantineColorsTuple = [
  '#e4ecf8',
  '#cddcf2',
  '#a9c4ea',
  '#82a9df',
  '#5c8dd2',
  '#3a72c2',
  '#235bad',
  '#174a94',
  '#123b75',
  '#0c2a55',
];
const yellow: MantineColorsTuple = [
  '#fff8e1',
  '#fff1c2',
  '#ffe89b',
  '#ffdf85',
  '#ffd24a',
  '#ffc917',
  '#f2bb00',
  '#c99b00',
  '#8f6e00',
  '#664a00',
];
const sand: MantineColorsTuple = [
  '#fffefb',
  '#f7f3ea',
  '#efe9dc',
  '#ded6c5',
  '#cbc0aa',
  '#b3a68c',
  '#857c69',
  '#655e4f',
  '#4a4637',
  '#2e2b22',
];

/** Buttons: blue by default, `color="yellow"` for the one action of a view, `color="red"` for what destroys. */
const variantColorResolver: VariantColorsResolver = ({ color, variant, theme }) => {
  const of = (color ?? theme.primaryColor).split('.')[0];
  const filled =
    of === 'yellow'
      ? { background: 'var(--k-yellow)', hover: 'var(--k-yellow-hover)', color: 'var(--k-on-yellow)' }
      : of === 'red'
        ? { background: 'var(--k-red)', hover: 'var(--k-red-hover)', color: 'var(--k-on-red)' }
        : { background: 'var(--k-primary)', hover: 'var(--k-primary-hover)', color: 'var(--k-on-primary)' };
  const ink = of === 'red' ? 'var(--k-red)' : 'var(--k-link)';
  const soft = of === 'red' ? 'var(--k-redsoft)' : 'var(--k-soft)';
  if (variant === 'filled') return { ...filled, border: '1.5px solid transparent' };
  if (variant === 'light')
    return { background: soft, hover: 'var(--k-soft-hover)', color: ink, border: '1.5px solid transparent' };
  if (variant === 'subtle' || variant === 'transparent')
    return { background: 'transparent', hover: soft, color: ink, border: '1.5px solid transparent' };
  return { background: 'var(--k-surface)', hover: soft, color: ink, border: '1.5px solid var(--k-control)' };
};

export const theme = createTheme({
  primaryColor: 'blue',
  primaryShade: { light: 7, dark: 2 },
  colors: { blue, yellow, sand },
  fontFamily: 'var(--k-text)',
  headings: { fontFamily: 'var(--k-heading)', fontWeight: '650' },
  fontSizes: { xs: '13px', sm: '14px', md: '16px', lg: '18px', xl: '20px' },
  radius: { xs: '6px', sm: '8px', md: '12px', lg: '18px', xl: '20px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  breakpoints: { xs: '30em', sm: '48em', md: '62em', lg: '75em', xl: '88em' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  variantColorResolver,
  // Plain objects: naming a component here must not load it with the first page.
  components: {
    Button: { defaultProps: { size: 'md', fw: 650 }, classNames: { root: parts.button } },
    ActionIcon: { defaultProps: { variant: 'default', size: 44 } },
    Input: { defaultProps: { size: 'md' }, classNames: { input: parts.input } },
    InputWrapper: {
      defaultProps: { size: 'md' },
      classNames: { label: parts.label, description: parts.description, error: parts.error },
    },
  },
});

const scheme = {
  '--mantine-color-body': 'var(--k-ground)',
  '--mantine-color-text': 'var(--k-ink)',
  '--mantine-color-bright': 'var(--k-ink)',
  '--mantine-color-dimmed': 'var(--k-muted)',
  '--mantine-color-placeholder': 'var(--k-muted)',
  '--mantine-color-anchor': 'var(--k-link)',
  '--mantine-color-error': 'var(--k-red)',
  '--mantine-color-default': 'var(--k-surface)',
  '--mantine-color-default-hover': 'var(--k-soft)',
  '--mantine-color-default-color': 'var(--k-ink)',
  '--mantine-color-default-border': 'var(--k-control)',
  '--mantine-color-disabled': 'var(--k-greysoft)',
  '--mantine-color-disabled-color': 'var(--k-grey)',
  '--mantine-color-disabled-border': 'var(--k-line)',
  '--mantine-primary-color-filled': 'var(--k-primary)',
  '--mantine-primary-color-filled-hover': 'var(--k-primary-hover)',
  '--mantine-primary-color-contrast': 'var(--k-on-primary)',
  '--mantine-primary-color-light': 'var(--k-soft)',
  '--mantine-primary-color-light-hover': 'var(--k-soft-hover)',
  '--mantine-primary-color-light-color': 'var(--k-link)',
  '--mantine-color-blue-filled': 'var(--k-primary)',
  '--mantine-color-blue-filled-hover': 'var(--k-primary-hover)',
};

/** Mantine's own colours point to ours, which know both schemes. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({ variables: {}, light: scheme, dark: scheme });
