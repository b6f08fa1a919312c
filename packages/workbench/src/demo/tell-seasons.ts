import { type Language, say } from '@aftermine/science/base';
import type { SeasonStory } from './season-script.ts';

/** What the ten seasons showed, against what was planted, in sentences. */
export function tellSeasons(story: SeasonStory, scenes: number, language: Language): readonly string[] {
  const { seasons, relapse, clearing, falseAlarms, unitSeasons } = story;
  const tell = (key: string, params = {}): string => say(language, key, params);
  const year = (one: number | null): number | string => one ?? tell('demo.seasons.never');
  return [
    tell('demo.seasons.run', {
      count: seasons.length,
      from: seasons[0]?.year ?? 0,
      to: seasons.at(-1)?.year ?? 0,
      scenes,
    }),
    ...(relapse === null
      ? []
      : [
          tell('demo.seasons.relapse', {
            unit: relapse.unit,
            planted: relapse.planted,
            alerted: year(relapse.alerted),
            replanned: year(relapse.replanned),
            closed: year(relapse.closed),
          }),
        ]),
    tell('demo.seasons.clearing', { planted: clearing.planted, alerted: year(clearing.alerted) }),
    tell('demo.seasons.false-alarms', { count: falseAlarms, seasons: unitSeasons }),
    ...(story.passes ? [] : [tell('demo.seasons.failed', { problems: story.problems.join(', ') })]),
  ];
}
