import { say } from '@aftermine/science/base';
import type { UnitSeasonState } from '@aftermine/science/control';
import { Group } from '@mantine/core';
import {
  IconAlertOctagon,
  IconArrowUpRight,
  IconCheck,
  IconCircleCheckFilled,
  IconClock,
  IconEyeOff,
  IconPlayerPause,
  IconTriangleInverted,
} from '@tabler/icons-react';
import { useTexts } from '../../app/language.ts';
import { STATE_COLOURS } from '../../parts/palette.ts';

/** Read on the tint of a picked row as well. */
const GOOD = '#1d5c4d';
const MARKS = {
  relapsed: [IconAlertOctagon, STATE_COLOURS.bad],
  stalled: [IconPlayerPause, STATE_COLOURS.bad],
  behind: [IconTriangleInverted, '#8a5200'],
  'not-seen': [IconEyeOff, '#55605a'],
  waiting: [IconClock, '#55605a'],
  'on-course': [IconCheck, GOOD],
  ahead: [IconArrowUpRight, GOOD],
  recovered: [IconCircleCheckFilled, GOOD],
} as const;

/** How a unit stands after a season, by icon and words. */
export function UnitState({ state }: { readonly state: UnitSeasonState }) {
  const { language } = useTexts();
  const [Icon, colour] = MARKS[state];
  return (
    <Group gap={4} wrap="nowrap" display="inline-flex" c={colour}>
      <Icon size={14} aria-hidden />
      {say(language, `unit-state.${state}`)}
    </Group>
  );
}
