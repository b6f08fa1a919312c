import type { PackageOutcome } from '@aftermine/science/plan';
import type { PlanWords } from '@aftermine/science/report/plan';
import type { ReactNode } from 'react';
import { Area } from '../../parts/area.tsx';
import { numberText, percentText } from '../../parts/numbers.ts';
import type { useSay } from '../../parts/use-say.ts';
import { objectiveText } from './objectives.ts';

/** What a package on a unit comes to, as names and values. */
export function outcomeFacts(
  outcome: PackageOutcome,
  words: PlanWords,
  say: ReturnType<typeof useSay>,
): readonly (readonly [string, ReactNode])[] {
  const { language, money } = words;
  const amount = (value: number, unit: string): string => `${numberText(value, language, 0)} ${unit}`;
  return [
    [
      say('plan-page.outcome.recovery'),
      say('plan-page.outcome.recovery-text', {
        now: percentText(outcome.recoveryNow, language),
        end: percentText(outcome.recoveryEnd, language),
        without: percentText(outcome.recoveryEndWithout, language),
      }),
    ],
    [
      say('plan-page.outcome.years-to-80'),
      outcome.yearsTo80 === null
        ? say('plan-page.outcome.not-within')
        : say('plan-page.outcome.years', { years: numberText(outcome.yearsTo80, language, 1) }),
    ],
    [say('plan-page.fact.ecology'), objectiveText('ecology', outcome.objectives.ecology, words)],
    [say('plan-page.outcome.carbon'), objectiveText('carbon', outcome.objectives.carbon, words)],
    ...(outcome.displacedCo2T === undefined
      ? []
      : [
          [
            say('plan-page.outcome.displaced'),
            objectiveText('carbon', outcome.displacedCo2T, words),
          ] as const,
        ]),
    [say('plan-page.outcome.livelihood'), objectiveText('livelihood', outcome.objectives.livelihood, words)],
    [say('plan-page.fact.npv'), money.text(outcome.objectives.npv)],
    [say('plan-page.outcome.public'), money.text(outcome.publicCost)],
    ...(outcome.concessionCost > 0
      ? [[say('plan-page.outcome.concession'), money.text(outcome.concessionCost)] as const]
      : []),
    [say('plan-page.outcome.erosion'), amount(outcome.erosionAvoidedT, 't')],
    ...(outcome.waterM3 > 0
      ? [[say('plan-page.outcome.water'), amount(outcome.waterM3, 'm³')] as const]
      : []),
    ...(outcome.topsoilM3 > 0
      ? [[say('plan-page.outcome.topsoil'), amount(outcome.topsoilM3, 'm³')] as const]
      : []),
    ...(outcome.farmlandHa > 0
      ? [[say('plan-page.outcome.farmland'), <Area key="farm" areaHa={outcome.farmlandHa} />] as const]
      : []),
    ...(outcome.permanentJobs > 0
      ? [[say('plan-page.outcome.jobs'), numberText(outcome.permanentJobs, language, 1)] as const]
      : []),
  ];
}
