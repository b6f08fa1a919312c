import { type Language, say } from '../../base/index.ts';
import type { PlanStanding } from '../../control/index.ts';

/** What a plan is to the programme in force, in a sentence that stands at the head of everything made from it. */
export function standingText({ kind, start, season }: PlanStanding, language: Language): string {
  return say(language, `plan-standing.${kind}`, { start: String(start), season: String(season) });
}

/** The same in a word or two. */
export function standingWord({ kind }: PlanStanding, language: Language): string {
  return say(language, `plan-standing-word.${kind}`);
}
