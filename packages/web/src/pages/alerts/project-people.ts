import type { Person } from '@aftermine/science/control';
import type { ProjectDetail } from 'aftermine/contract';

/** What the settings say of control, as far as these pages need it. */
interface ControlPart {
  readonly control?: {
    readonly people?: readonly Person[];
    readonly alarms?: { readonly perSeason?: number };
  };
}

/** People of the settings; none where anybody may sign. */
export function peopleOf({ settings }: Pick<ProjectDetail, 'settings'>): readonly Person[] {
  return (settings as ControlPart | null)?.control?.people ?? [];
}

/** How many alerts are looked at first. */
export function attentionOf({ settings }: Pick<ProjectDetail, 'settings'>): number {
  return (settings as ControlPart | null)?.control?.alarms?.perSeason ?? 5;
}
