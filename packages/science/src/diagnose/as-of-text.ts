import { type Language, say } from '../base/index.ts';
import type { DiagnosisResult } from './result.ts';

/** The year a diagnosis speaks of, as one sentence. */
export function asOfText({ observedTo }: Pick<DiagnosisResult, 'observedTo'>, language: Language): string {
  return observedTo === null
    ? say(language, 'diagnose.as-of-none')
    : say(language, 'diagnose.as-of', { year: String(observedTo) });
}
