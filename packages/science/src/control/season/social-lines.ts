import type { ScorecardInput } from './scorecard.ts';
import type { ScorecardLine } from './season-record.ts';
import type { socialWheel } from './wheels.ts';

/** Lines of the scorecard that say something of the social wheel. */
export function socialLines(
  lines: readonly ScorecardLine[],
  { openAlerts, closedAlerts }: ScorecardInput,
): Parameters<typeof socialWheel>[0] {
  const shareOf = (id: string): { share: number | null; value: number; planned: number } => {
    const line = lines.find((one) => one.id === id);
    const [value, planned] = [line?.value, line?.planned];
    return typeof value === 'number' && typeof planned === 'number' && planned > 0
      ? { share: Math.min(1, value / planned), value: Math.round(value), planned: Math.round(planned) }
      : { share: null, value: 0, planned: 0 };
  };
  const [work, farmland] = [shareOf('labour'), shareOf('farmland')];
  const all = openAlerts + closedAlerts;
  return [
    {
      id: 'work',
      share: work.share,
      count: 1,
      evidence: { key: 'social-evidence.work', params: { value: work.value, planned: work.planned } },
    },
    {
      id: 'farmland',
      share: farmland.share,
      count: 1,
      evidence: {
        key: 'social-evidence.farmland',
        params: { value: farmland.value, planned: farmland.planned },
      },
    },
    {
      id: 'feedback',
      share: all > 0 ? closedAlerts / all : null,
      count: all,
      evidence: { key: 'social-evidence.feedback', params: { closed: closedAlerts, all } },
    },
  ];
}
