import type { Language } from '../../app/language.ts';
import { percentText } from '../../parts/numbers.ts';

/** What the futures of the value of control were drawn with, for a sentence; what the file does not say is a dash. */
export function drawnWith(
  settings: Readonly<Record<string, unknown>>,
  language: Language,
): Readonly<Record<'droughts' | 'survival' | 'dieOffs' | 'low' | 'high' | 'seasons', string>> {
  const share = (value: unknown): string => percentText(typeof value === 'number' ? value : null, language);
  const { dieOffShare, seasonsAfter } = settings;
  const [low, high] = Array.isArray(dieOffShare) ? (dieOffShare as readonly unknown[]) : [];
  return {
    droughts: share(settings['droughts']),
    survival: share(settings['droughtSurvival']),
    dieOffs: share(settings['dieOffs']),
    low: share(low),
    high: share(high),
    seasons: typeof seasonsAfter === 'number' ? String(seasonsAfter) : '–',
  };
}
