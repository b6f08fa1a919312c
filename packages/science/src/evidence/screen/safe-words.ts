import { isUnknown, type Language, say } from '../../base/index.ts';
import type { SafeHeuristic } from './safe-heuristic.ts';

/** The conditions of SAFE in words: how far each is, whether it is met, and why that cannot be told where it cannot. */
export function safeWords(
  { conditions }: Pick<SafeHeuristic, 'conditions'>,
  language: Language,
): readonly string[] {
  return conditions.map(({ name, have, need, met }) => {
    if (isUnknown(need) || isUnknown(met)) {
      const { reason, params } = isUnknown(need) ? need : (met as Exclude<typeof met, boolean>);
      return say(language, 'evidence.safe.untold', {
        why: say(language, `unknown.${reason}`, params),
      });
    }
    const about = say(language, `evidence.safe.${name}`, { have, need });
    return say(language, met ? 'evidence.safe.met' : 'evidence.safe.open', { about });
  });
}
