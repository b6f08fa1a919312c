import {
  IconAlertOctagonFilled,
  IconAlertTriangleFilled,
  IconCircleCheck,
  IconHelpCircle,
  IconSquareRotatedFilled,
} from '@tabler/icons-react';
import { useSay } from '../../parts/use-say.ts';
import type { Standing } from './standing.ts';

const ICONS = {
  critical: IconAlertOctagonFilled,
  major: IconAlertTriangleFilled,
  minor: IconSquareRotatedFilled,
  open: IconHelpCircle,
  clean: IconCircleCheck,
} as const;

/** Each more than 4.5 : 1 on white and on a picked row, and told apart by shape and word too. */
export const STANDING_COLOURS: Readonly<Record<Standing, string>> = {
  critical: '#a3261f',
  major: '#b04a00',
  minor: '#755c00',
  open: '#55605a',
  clean: '#1d5c4d',
};

/** A light with its shape and its word. `words` replaces the word of a unit. */
export function StandingMark({ standing, words }: { readonly standing: Standing; readonly words?: string }) {
  const say = useSay();
  const Icon = ICONS[standing];
  return (
    <span
      style={{
        display: 'inline-flex',
        gap: 4,
        alignItems: 'center',
        whiteSpace: 'nowrap',
        color: STANDING_COLOURS[standing],
      }}
    >
      <Icon size={15} aria-hidden style={{ flex: 'none' }} />
      {words ?? say(`unit-standing.${standing}`)}
    </span>
  );
}
