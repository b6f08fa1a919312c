import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Green of the ground that comes back: the one accent. */
const land: MantineColorsTuple = [
  '#eef6f2',
  '#dbeae3',
  '#b6d5c7',
  '#8dbea9',
  '#6aaa8f',
  '#549d7f',
  '#3d8a6b',
  '#2b7259',
  '#1d5c4d',
  '#0f4638',
];

/** One restrained look: small type, tight tables, one accent, system fonts in both scripts. */
export const theme = createTheme({
  primaryColor: 'land',
  primaryShade: 8,
  colors: { land },
  fontFamily:
    'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Consolas, "Noto Sans Mono CJK SC", monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1.125rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', checkIconPosition: 'right' } },
    Table: { defaultProps: { verticalSpacing: 4, horizontalSpacing: 'sm' } },
    Card: { defaultProps: { withBorder: true, padding: 'md' } },
    Tooltip: {
      defaultProps: { withArrow: true, openDelay: 300, events: { hover: true, focus: true, touch: true } },
    },
  },
});
