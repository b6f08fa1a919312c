import { isUnknown } from '@aftermine/science/base';
import {
  asOfText,
  type DiagnosisResult,
  type Finding,
  tellMode,
  type UnitDiagnosis,
} from '@aftermine/science/diagnose';
import { Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ProjectDetail, UnitSheet } from 'aftermine/contract';
import { partQuery } from '../../api/resources.ts';
import { useTexts } from '../../app/language.ts';
import { EvidenceMark } from '../../parts/evidence-drawer.tsx';
import { numberText } from '../../parts/numbers.ts';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSay } from '../../parts/use-say.ts';
import { Coded } from '../plan/coded.tsx';
import { AspectBlock } from './aspect-block.tsx';
import { aspectSheets } from './aspects.ts';
import { ObstacleBars } from './obstacle-bars.tsx';
import { registerLines } from './register-lines.ts';
import type { OwnLimits } from './rule-words.ts';
import { standingOf } from './standing.ts';
import { StandingMark } from './standing-mark.tsx';
import { acceptedText, type TraceContext } from './traces.ts';
import { UnitFacts } from './unit-facts.tsx';

/** Everything the diagnosis says of one unit. */
export function UnitSheetPanel({
  project,
  unit,
  record,
}: {
  readonly project: ProjectDetail;
  readonly unit: string;
  readonly record: DiagnosisResult | null;
}) {
  const { t, language } = useTexts();
  const say = useSay();
  const sheet = useQuery(partQuery<UnitSheet>(project.id, `/units/${encodeURIComponent(unit)}`));
  if (sheet.error !== null) return <ProblemNote error={sheet.error} onRetry={() => void sheet.refetch()} />;
  if (sheet.data === undefined) return <PageSkeleton />;
  const diagnosis = sheet.data.diagnosis as UnitDiagnosis | null;
  const findings = sheet.data.findings as readonly Finding[];
  if (diagnosis === null) return <Text>{t('diagnosis.not-looked-at-why')}</Text>;
  const { name, mode, modeReason, score, novelGoal } = diagnosis;
  const settings = project.settings as { readonly diagnose?: { readonly rules?: OwnLimits } } | null;
  const context: TraceContext = {
    language,
    observedTo: record?.observedTo ?? null,
    ownLimits: settings?.diagnose?.rules ?? {},
  };
  const register = registerLines(sheet.data, say);
  const modeText = isUnknown(mode) ? say('diagnosis-page.mode-open') : say(`restoration-mode.${mode}`);
  return (
    <Stack gap="sm" aria-label={t('diagnosis.sheet', { unit })} component="article">
      <div>
        <Group gap="sm" align="baseline">
          <Title order={2}>
            {unit}
            {name !== null && name !== unit && ` ${name}`}
          </Title>
          <StandingMark standing={standingOf(findings)} />
        </Group>
        <Group gap={2} wrap="nowrap" align="flex-start" mt={4}>
          <Text>
            <strong>{modeText}</strong>
            {language === 'zh' ? '：' : ': '}
            <Coded>{tellMode(diagnosis, language)}</Coded>
            {modeReason?.provisional === true && ` (${say('diagnosis-page.provisional')})`}
          </Text>
          <EvidenceMark
            title={t('diagnosis.mode-of', { unit })}
            trace={() => ({
              title: t('diagnosis.mode-of', { unit }),
              value: modeText,
              source: findings.map(({ rule, params }) => `${say(`rule.${rule}`)} ${params['value'] ?? ''}`),
              steps: [
                tellMode(diagnosis, language),
                ...(isUnknown(score) ? [] : [`${t('diagnosis.score-step')} ${numberText(score, language)}`]),
              ],
              rule: [t('diagnosis.mode-rule')],
              confidence: say(
                modeReason?.provisional === true ? 'diagnosis-page.provisional' : 'confidence.medium',
              ),
              change: [...new Set(findings.flatMap(({ wouldChange }) => wouldChange))]
                .map((key) => say(`change.${key}`))
                .join(language === 'zh' ? '；' : '; '),
              accepted: acceptedText(context),
            })}
          />
        </Group>
        {record !== null && (
          <Text size="sm" className="soft">
            {asOfText(record, language)}
          </Text>
        )}
        {novelGoal !== null && (
          <Text size="sm">{say('diagnosis-page.novel-goal', { statement: novelGoal })}</Text>
        )}
      </div>
      <UnitFacts diagnosis={diagnosis} register={register} />
      {aspectSheets(diagnosis, findings, register.length > 0).map((one) => (
        <AspectBlock
          key={one.aspect}
          sheet={one}
          diagnosis={diagnosis}
          reference={record?.reference ?? {}}
          context={context}
        />
      ))}
      <ObstacleBars diagnosis={diagnosis} weights={record?.weights ?? {}} context={context} />
    </Stack>
  );
}
