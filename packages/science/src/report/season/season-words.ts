import { hasText, type Language, type MessageParam, say, type Text } from '../../base/index.ts';
import type { PlanChange } from '../../control/index.ts';
import { numberText } from '../observation/number-text.ts';

/** Names of the library that a programme uses, by id. */
export interface SeasonNames {
  readonly measures: Readonly<Record<string, Text>>;
  readonly endUses: Readonly<Record<string, Text>>;
}

/** A measure in the words of the library; one nobody named stands for itself. */
export function measureText({ measures }: SeasonNames, id: string, language: Language): string {
  return Object.hasOwn(measures, id) ? measures[id]![language] : id;
}

/** "Grassland: Seeding of native species"; null is nothing. */
export function packageText(names: SeasonNames, id: string | null, language: Language): string {
  if (id === null || id === '') return say(language, 'plan-page.nothing');
  const [use = '', measures = ''] = id.split('/');
  const endUse = Object.hasOwn(names.endUses, use) ? names.endUses[use]![language] : use;
  if (measures === '') return endUse;
  return say(language, 'plan-page.package', {
    endUse,
    measures: measures
      .split('+')
      .map((one) => measureText(names, one, language))
      .join(' + '),
  });
}

/** A package with the year it begins in. */
export function commitmentText(names: SeasonNames, one: PlanChange['before'], language: Language): string {
  if (one === null) return packageText(names, null, language);
  return say(language, 'plan-page.package-in', {
    package: packageText(names, one.package, language),
    year: one.year,
  });
}

/** Climate and damage of units that learn from each other: "semi-arid, waste dump". */
export function zoneText(zone: string, language: Language): string {
  const [climate = '', damage = ''] = zone.split('/');
  return [known(language, 'aridity-class', climate), known(language, 'damage', damage)].join(
    language === 'zh' ? '、' : ', ',
  );
}

/** A corrective action: one of the catalogue, or what somebody wrote. */
export function correctiveText(action: string, language: Language): string {
  return known(language, 'corrective', action);
}

/**
 * Why a choice changed, as a sentence.
 *
 * @param money an amount in the manner of the language
 */
export function changeReasonText(
  { reason, params }: Pick<PlanChange, 'reason' | 'params'>,
  names: SeasonNames,
  language: Language,
  money: (amount: number) => string,
): string {
  const words: Record<string, MessageParam> = { ...params };
  if (typeof words['measure'] === 'string') words['measure'] = measureText(names, words['measure'], language);
  if (typeof words['cost'] === 'number') words['cost'] = money(words['cost']);
  return say(language, `plan-change.${reason}`, words);
}

function known(language: Language, topic: string, id: string): string {
  return hasText(`${topic}.${id}`) ? say(language, `${topic}.${id}`) : id;
}

/** A word or phrase of the catalogue where it begins a line: with a capital, where its script has any. */
export function lineStart(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Numbers from here on are grouped by thousands; years lie below. */
const GROUPED = 10_000;

/** A sentence of the record in words: what a figure rests on, a note, why an alert was raised. */
export function toldText(
  language: Language,
  { key, params }: { readonly key: string; readonly params: Readonly<Record<string, MessageParam>> },
): string {
  return say(
    language,
    key,
    Object.fromEntries(
      Object.entries(params).map(([name, value]) => [
        name,
        typeof value === 'number' && Math.abs(value) >= GROUPED ? numberText(language, value, 0) : value,
      ]),
    ),
  );
}
