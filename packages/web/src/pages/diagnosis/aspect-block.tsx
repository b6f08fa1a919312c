import { isUnknown } from '@aftermine/science/base';
import type { DiagnosisResult, UnitDiagnosis } from '@aftermine/science/diagnose';
import { Group, Text, Title } from '@mantine/core';
import { IconCircleDashed } from '@tabler/icons-react';
import { useTexts } from '../../app/language.ts';
import { EvidenceMark } from '../../parts/evidence-drawer.tsx';
import { useSay } from '../../parts/use-say.ts';
import type { AspectSheet } from './aspects.ts';
import { IndicatorTable } from './indicator-table.tsx';
import { PollutantTable } from './pollutant-table.tsx';
import { StandingMark } from './standing-mark.tsx';
import { findingSentence, findingTrace, type TraceContext } from './traces.ts';

/** One side of a unit: its light with shape and word, what was found, and the figures behind it. */
export function AspectBlock({
  sheet: { aspect, standing, findings, indicators },
  diagnosis,
  reference,
  context,
}: {
  readonly sheet: AspectSheet;
  readonly diagnosis: UnitDiagnosis;
  readonly reference: DiagnosisResult['reference'];
  readonly context: TraceContext;
}) {
  const { t, language } = useTexts();
  const say = useSay();
  const title = t(`diagnosis.aspect.${aspect}`);
  const isTested = aspect === 'pollution' && diagnosis.pollutants.some(({ samples }) => samples > 0);
  const known = indicators.filter((id) => !isUnknown(diagnosis.indicators[id]));
  return (
    <section aria-label={title} style={{ borderTop: '1px solid var(--line)', paddingTop: 8 }}>
      <Group gap="sm" mb={4} align="center">
        <Title order={3}>{title}</Title>
        {standing === null ? (
          <span className="soft" style={{ display: 'inline-flex', gap: 4, alignItems: 'center' }}>
            <IconCircleDashed size={15} aria-hidden />
            {t('diagnosis.not-looked-at')}
          </span>
        ) : (
          <StandingMark standing={standing} />
        )}
      </Group>
      {findings.map((finding) => {
        const isOpen = finding.verdict === 'insufficient' || finding.severity === 'info';
        return (
          <Group key={finding.id} gap={6} wrap="nowrap" align="flex-start" py={2}>
            <StandingMark
              standing={isOpen ? 'open' : (finding.severity as 'critical' | 'major' | 'minor')}
              {...(isOpen ? { words: say('unit-standing.open-question') } : {})}
            />
            <Text size="sm" flex={1}>
              {findingSentence(finding, language)}
            </Text>
            <EvidenceMark title={say(`rule.${finding.rule}`)} trace={() => findingTrace(finding, context)} />
          </Group>
        );
      })}
      {standing === null && (
        <Text size="sm" className="soft">
          {t(aspect === 'social' ? 'diagnosis.social-none' : 'diagnosis.not-looked-at-why')}
        </Text>
      )}
      {isTested && <PollutantTable diagnosis={diagnosis} context={context} />}
      {(known.length > 0 || indicators.length > 0) && (
        <IndicatorTable
          label={t('diagnosis.figures', { aspect: title })}
          indicators={indicators}
          diagnosis={diagnosis}
          reference={reference}
          context={context}
        />
      )}
    </section>
  );
}
