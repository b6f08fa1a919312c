import { isUnknown } from '@aftermine/science/base';
import type { UnitDiagnosis } from '@aftermine/science/diagnose';
import type { ReactNode } from 'react';
import { useTexts } from '../../app/language.ts';
import { Area } from '../../parts/area.tsx';
import { numberText } from '../../parts/numbers.ts';
import { useSay } from '../../parts/use-say.ts';
import { FactList } from '../plan/fact-list.tsx';

/** Area, target land, limiting factor, score, erosion class, and what the register says. */
export function UnitFacts({
  diagnosis: { areaHa, target, targetStated, limiting, score, erosionClass },
  register,
}: {
  readonly diagnosis: UnitDiagnosis;
  readonly register: readonly (readonly [string, string])[];
}) {
  const { language } = useTexts();
  const say = useSay();
  const fact = (key: string, value: ReactNode): readonly [string, ReactNode] => [
    say(`diagnosis-page.fact.${key}`),
    value,
  ];
  return (
    <FactList
      facts={[
        fact('area', <Area areaHa={areaHa} />),
        fact(
          'target',
          `${say(`land-use.${target}`)}${targetStated ? '' : ` (${say('diagnosis-page.target-default')})`}`,
        ),
        fact(
          'limiting',
          limiting === null
            ? say('diagnosis-page.limiting.none')
            : say(limiting === 'contamination' ? 'factor.contamination' : `indicator.${limiting}`),
        ),
        fact(
          'score',
          isUnknown(score) ? say(`unknown.${score.reason}`, score.params ?? {}) : numberText(score, language),
        ),
        fact(
          'erosion-class',
          isUnknown(erosionClass)
            ? say(`unknown.${erosionClass.reason}`, erosionClass.params ?? {})
            : say(`erosion-class.${erosionClass}`),
        ),
        ...register,
      ]}
    />
  );
}
