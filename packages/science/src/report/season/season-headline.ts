import { type Language, say } from '../../base/index.ts';
import type { SeasonResult, UnitSeasonState } from '../../control/index.ts';

/** The season in a few sentences, and how it is to be marked. */
export interface SeasonHeadline {
  readonly tone: 'good' | 'mixed' | 'bad';
  readonly sentences: readonly string[];
}

const WELL: ReadonlySet<UnitSeasonState> = new Set(['recovered', 'on-course', 'ahead']);

/**
 * What a season comes to: how many units stand where they should, what was lost, what is to be looked at, and what the plan does
 * about it.
 *
 * @param money an amount in the manner of the language
 */
export function seasonHeadline(
  { year, units, weather, alarms, replan }: SeasonResult,
  language: Language,
  money: (amount: number) => string,
): SeasonHeadline {
  const tell = (key: string, params = {}): string => say(language, `season-headline.${key}`, params);
  const count = (key: string, n: number, params = {}): string =>
    tell(`${key}.${n === 1 ? 'one' : 'many'}`, { count: n, ...params });
  const number = (state: UnitSeasonState): number => units.filter((one) => one.state === state).length;
  const well = units.filter(({ state }) => WELL.has(state)).length;
  const waiting = number('waiting');
  const bad = (['relapsed', 'stalled', 'behind'] as const).flatMap((state) => {
    const n = number(state);
    return n === 0 ? [] : [{ state, n }];
  });
  const unseen = number('not-seen');
  const shown = alarms.filter((alarm) => alarm.shown).length;
  const changes = replan?.changes.length ?? 0;
  const repairs = replan?.repairs ?? [];
  return {
    tone: bad.some(({ state }) => state === 'relapsed')
      ? 'bad'
      : bad.length + alarms.length > 0
        ? 'mixed'
        : 'good',
    sentences: [
      tell('standing', {
        year,
        weather: say(language, `season-weather.${weather.kind}`),
        well,
        judged: units.length - waiting - unseen,
      }),
      ...bad.map(({ state, n }) => count(state, n)),
      ...(waiting > 0 ? [count('waiting', waiting)] : []),
      ...(unseen > 0 ? [count('not-seen', unseen)] : []),
      alarms.length === 0 ? tell('no-alerts') : count('alerts', alarms.length),
      ...(alarms.length > shown ? [count('folded', alarms.length - shown)] : []),
      ...(changes > 0 ? [count('changes', changes)] : []),
      ...(repairs.length > 0
        ? [
            count('repairs', repairs.length, {
              cost: money(repairs.reduce((sum, { cost }) => sum + cost, 0)),
            }),
          ]
        : []),
    ],
  };
}
