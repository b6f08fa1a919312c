import type { DiagnosisResult, UnitDiagnosis } from '@aftermine/science/diagnose';
import { Progress, Text, Title } from '@mantine/core';
import { useTexts } from '../../app/language.ts';
import { EvidenceMark } from '../../parts/evidence-drawer.tsx';
import { numberText, percentText } from '../../parts/numbers.ts';
import { useSay } from '../../parts/use-say.ts';
import { indicatorTrace, type TraceContext } from './traces.ts';

/** Smaller ones explain little. */
const MAX_OBSTACLES = 6;

/** What part of all the unit lacks is owed to what. */
export function ObstacleBars({
  diagnosis,
  weights,
  context,
}: {
  readonly diagnosis: UnitDiagnosis;
  readonly weights: DiagnosisResult['weights'];
  readonly context: TraceContext;
}) {
  const { t, language } = useTexts();
  const say = useSay();
  if (diagnosis.obstacles.length === 0) return null;
  return (
    <section
      aria-label={say('diagnosis-page.obstacles')}
      style={{ borderTop: '1px solid var(--line)', paddingTop: 8 }}
    >
      <Title order={3}>{say('diagnosis-page.obstacles')}</Title>
      <Text size="xs" className="soft" mb={4}>
        {t('diagnosis.obstacles-lead')}
      </Text>
      {diagnosis.obstacles.slice(0, MAX_OBSTACLES).map(({ indicator, degree }) => {
        const name = say(`indicator.${indicator}`);
        return (
          <div
            key={indicator}
            style={{
              display: 'grid',
              gridTemplateColumns: 'minmax(110px, 2fr) minmax(60px, 3fr) 3.5rem auto',
              gap: 8,
              alignItems: 'center',
            }}
          >
            <Text size="sm">{name}</Text>
            <Progress value={100 * degree} aria-label={name} size="sm" />
            <Text size="sm" className="number">
              {percentText(degree, language)}
            </Text>
            <EvidenceMark
              title={name}
              trace={() => {
                const trace = indicatorTrace(indicator, diagnosis, undefined, context);
                const weight = weights[indicator];
                return {
                  ...trace,
                  steps: [
                    ...trace.steps,
                    t('diagnosis.obstacles-lead'),
                    ...(weight === undefined
                      ? []
                      : [t('diagnosis.weight', { weight: numberText(weight, language, 3) })]),
                  ],
                };
              }}
            />
          </div>
        );
      })}
    </section>
  );
}
