import { type CSSVariablesResolver, createTheme } from '@mantine/core';

/** The look that is ours: one quiet accent, cool greys, the system's own typeface. */
export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, "DejaVu Sans Mono", monospace',
  headings: {
    fontWeight: '650',
    sizes: { h1: { fontSize: '1.5rem' }, h2: { fontSize: '1.15rem' }, h3: { fontSize: '1rem' } },
  },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  colors: {
    ink: [
      '#eef2fb',
      '#dbe3f4',
      '#b5c4e6',
      '#8ea5d8',
      '#6c89cb',
      '#4f70bd',
      '#4163b3',
      '#34549f',
      '#2b4788',
      '#213a72',
    ],
    dark: [
      '#d6dbe3',
      '#b3bac6',
      '#949dac',
      '#69727f',
      '#3a424d',
      '#2f3640',
      '#232931',
      '#171b21',
      '#12151a',
      '#0c0f13',
    ],
  },
  components: {
    // What isn't needed says "optional" instead.
    InputWrapper: { defaultProps: { withAsterisk: false } },
    Button: { defaultProps: { size: 'xs' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Modal: {
      styles: {
        content: { background: 'var(--surface)' },
        header: { background: 'var(--surface)' },
        title: { fontWeight: 620 },
      },
    },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
  },
});

/** Dimmed text dark enough to read (4.5:1 and more on both schemes). */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#56606d',
    '--mantine-color-placeholder': '#6b7480',
    '--mantine-color-body': '#f6f7f9',
  },
  dark: { '--mantine-color-dimmed': '#9aa4b2', '--mantine-color-placeholder': '#8f99a7' },
});
