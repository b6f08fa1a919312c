import { Text } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';
import { STATE_COLOURS } from '../../parts/palette.ts';

/** Colours in which words are still read on white. */
const TONES = {
  good: '#1d5c4d',
  watch: '#8a5200',
  bad: STATE_COLOURS.bad,
  none: '#55605a',
} as const;
export type Tone = keyof typeof TONES;

/** A verdict in words, with an icon that says the same without colour. */
export function MarkedWords({
  icon: Icon,
  tone,
  children,
}: {
  readonly icon: TablerIcon;
  readonly tone: Tone;
  readonly children: string;
}) {
  return (
    <Text span inherit size="sm" fw={500} c={TONES[tone]}>
      <Icon size={14} aria-hidden style={{ verticalAlign: '-2px', marginRight: 4 }} />
      {children}
    </Text>
  );
}
