import { hasText, type Language, say } from '@aftermine/science/base';
import { OBJECTIVES, type PlannedUnit, type PlanResult } from '@aftermine/science/plan';

/** What a plan does with a unit and why, as a sentence. */
export function tellChoice(unit: PlannedUnit, names: PlanResult['names'], language: Language): string {
  const { choice, notChosen, mandatory, valueParts } = unit;
  if (choice === null) {
    const key = `not-chosen.${notChosen?.replace(/^not-chosen\./, '')}`;
    return say(language, hasText(key) ? key : 'plan-choice.none');
  }
  const measures = choice.measures.map((id) => names.measures[id]?.[language] ?? id);
  const sum = Object.values(valueParts).reduce((total, part) => total + part, 0);
  const parts = OBJECTIVES.flatMap((objective) => {
    const part = valueParts[objective] ?? 0;
    if (part === 0 || sum <= 0) return [];
    const key = `objective-name.${objective}`;
    return [`${hasText(key) ? say(language, key) : objective} ${Math.round((100 * part) / sum)} %`];
  });
  const comma = language === 'zh' ? '、' : ', ';
  const params = {
    endUse: names.endUses[choice.endUse]?.[language] ?? choice.endUse,
    measures: measures.join(comma),
    year: choice.year,
    parts: parts.join(comma),
  };
  const sentences = [
    say(language, measures.length === 0 ? 'plan-choice.plain' : 'plan-choice.done', params),
    ...(mandatory ? [say(language, 'plan-choice.mandatory')] : []),
    ...(parts.length === 0 ? [] : [say(language, 'plan-choice.value', params)]),
  ];
  return sentences.join(language === 'zh' ? '' : ' ');
}
