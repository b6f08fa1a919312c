import { isUnknown, type Language, type MessageParam, say } from '../base/index.ts';
import type { UnitDiagnosis } from './result.ts';
import type { Finding } from './types.ts';

/** A finding as a sentence; one that could not be decided says why. */
export function tellFinding({ rule, params, reason }: Finding, language: Language): string {
  if (reason === null) return say(language, `finding.${rule}`, localParams(params, language));
  return say(language, 'finding.insufficient', {
    question: say(language, `rule.${rule}`),
    reason: say(language, `unknown.${reason.reason}`, localParams(reason.params ?? {}, language)),
  });
}

/** Why a unit is to be restored the way the diagnosis says, or why no way could be named. */
export function tellMode(unit: Pick<UnitDiagnosis, 'mode' | 'modeReason'>, language: Language): string {
  if (isUnknown(unit.mode))
    return say(language, `unknown.${unit.mode.reason}`, localParams(unit.mode.params ?? {}, language));
  const { reason, params } = unit.modeReason ?? { reason: '', params: {} };
  return say(language, `mode-reason.${reason}`, localParams(params, language));
}

/** Ids of indicators and lands in the words of the language. */
function localParams(
  params: Readonly<Record<string, MessageParam>>,
  language: Language,
): Readonly<Record<string, MessageParam>> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      const words = WORDS[name];
      return [name, words === undefined ? value : say(language, `${words}.${value}`)];
    }),
  );
}

const WORDS: Readonly<Record<string, string>> = { indicator: 'indicator', target: 'land-use' };
