import { say } from '@aftermine/science/base';
import type { AlertCase } from '@aftermine/science/control';
import { Badge } from '@mantine/core';
import {
  IconCircleCheck,
  IconCircleOff,
  IconEye,
  IconMailOpened,
  IconRefresh,
  IconTool,
} from '@tabler/icons-react';
import { useTexts } from '../../app/language.ts';

const ICONS = {
  new: IconMailOpened,
  check: IconEye,
  rectify: IconTool,
  recheck: IconRefresh,
  closed: IconCircleCheck,
  dismissed: IconCircleOff,
} as const;
const COLOURS = {
  new: 'orange.9',
  check: 'blue.8',
  rectify: 'blue.8',
  recheck: 'violet.8',
  closed: 'land',
  dismissed: 'gray.7',
} as const;

/** Where a case stands, by icon and words. */
export function StateBadge({ of }: { readonly of: Pick<AlertCase, 'state' | 'overridden'> }) {
  const { language } = useTexts();
  const Icon = ICONS[of.state];
  return (
    <Badge
      color={COLOURS[of.state]}
      variant="filled"
      tt="none"
      leftSection={<Icon size={12} aria-hidden />}
      style={{ flexShrink: 0 }}
    >
      {say(language, `action-state.${of.state}`)}
      {of.overridden && ` · ${say(language, 'season-page.alert.overridden')}`}
    </Badge>
  );
}
