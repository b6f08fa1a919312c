import { say as sayText } from '@aftermine/science/base';
import type { LibraryText, PlannedUnit } from '@aftermine/science/plan';
import { type Html, html } from '../observation-report/html.ts';
import type { PlanPage } from './plan-page.ts';

/** What goes with the choice: rights, training, infrastructure, heritage, and the layers of layered measures facet by facet. */
export function aboutBlock({ language, result }: PlanPage, { choice }: PlannedUnit): Html | null {
  const use = choice === null ? undefined : result.about?.endUses[choice.endUse];
  if (choice === null || use === undefined) return null;
  const say = (key: string, params: Readonly<Record<string, string>> = {}): string =>
    sayText(language, key, params);
  const told = (key: string, text: LibraryText | null): (readonly [string, string])[] =>
    text === null ? [] : [[say(`plan-about.${key}`), text[language]]];
  const facts = [
    ...told('about', use.about),
    ...told('land-rights', use.landRights),
    ...told('training', use.training),
    ...told('infrastructure', use.infrastructure),
    ...told('heritage', use.heritage),
    ...choice.measures.flatMap((id) =>
      (result.about?.layers[id] ?? []).map(
        ({ facet, layers }) =>
          [
            say('plan-about.layers', { facet: say(`plan-facet.${facet}`) }),
            layers.map((layer) => say(`plan-layer.${layer}`)).join(language === 'zh' ? '、' : ', '),
          ] as const,
      ),
    ),
  ];
  return html`<h4>${say('plan-about.title')}</h4><dl class="facts">${facts.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
}
