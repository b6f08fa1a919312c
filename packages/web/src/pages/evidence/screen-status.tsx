import { isUnknown, type Unknown } from '@aftermine/science/base';
import { Group, List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { verbQuery } from '../../api/verb-query.ts';
import { useTexts } from '../../app/language.ts';
import { EvidenceMark } from '../../parts/evidence-drawer.tsx';
import { numberText } from '../../parts/numbers.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSay } from '../../parts/use-say.ts';
import { ScreeningPlan } from './screening-plan.tsx';

interface Status {
  readonly works: number;
  readonly verdicts: number;
  readonly included: number;
  readonly excluded: number;
  readonly unsure: number;
  readonly conflicts: readonly { readonly record: string }[];
  readonly agreement: readonly {
    readonly first: string;
    readonly second: string;
    readonly compared: number;
    readonly kappa: number | Unknown;
    readonly ac1: number | Unknown;
  }[];
  readonly signals: {
    readonly safe: { readonly conditions: readonly { readonly met: boolean | Unknown }[] };
    readonly recallTest: { readonly p: number; readonly recall: number } | Unknown;
    readonly irrelevantRun: { readonly length: number; readonly needed: number };
  };
}

/** How far screening is, where screeners differ, and three signals on stopping side by side. */
export function ScreenStatus({ project }: { readonly project: string }) {
  const { t, language } = useTexts();
  const say = useSay();
  const status = useQuery(verbQuery<Status>(project, { verb: 'evidence screen status' }));
  if (status.data === undefined) return <ProblemNote error={status.error} />;
  const { works, verdicts, included, excluded, unsure, conflicts, agreement, signals } = status.data;
  const { recallTest, irrelevantRun, safe } = signals;
  const figure = (value: number | Unknown): string =>
    isUnknown(value) ? say(`unknown.${value.reason}`, value.params) : numberText(value, language, 3);
  const told = t('lit.screen.status', { done: verdicts, all: works, included, excluded, unsure });
  const signalLines = [
    t('lit.screen.run', { length: irrelevantRun.length, needed: irrelevantRun.needed }),
    isUnknown(recallTest)
      ? say(`unknown.${recallTest.reason}`, recallTest.params)
      : t('lit.screen.recall', {
          recall: Math.round(100 * recallTest.recall),
          p: numberText(recallTest.p, language, 4),
        }),
    t('lit.screen.safe', {
      met: safe.conditions.filter(({ met }) => met === true).length,
      of: safe.conditions.length,
    }),
  ];
  return (
    <Stack gap={4}>
      <Group gap={4}>
        <Text role="status">{told}</Text>
        <EvidenceMark
          title={t('lit.screen.signals')}
          trace={() => ({
            title: t('lit.screen.signals'),
            value: told,
            source: [t('lit.trace.screening', { decided: verdicts, all: works })],
            steps: [...signalLines, t('lit.trace.screening-step')],
            rule: ['docs/methods/stopping-signals.md', 'docs/methods/active-screening.md'],
            confidence: signalLines[1] ?? '–',
            change: t('lit.trace.screening-change'),
            accepted: t('lit.trace.screening-accepted'),
          })}
        />
      </Group>
      <details>
        <summary>{t('lit.screen.signals')}</summary>
        <List size="sm">
          {signalLines.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
        <ScreeningPlan project={project} />
      </details>
      {agreement.map(({ first, second, compared, kappa, ac1 }) => (
        <Text size="sm" key={`${first}-${second}`}>
          {t('lit.screen.agreement', { first, second, compared, kappa: figure(kappa), ac1: figure(ac1) })}
        </Text>
      ))}
      {conflicts.length > 0 && (
        <>
          <Title order={3}>{t('lit.screen.conflicts')}</Title>
          <List size="sm">
            {conflicts.map(({ record }) => (
              <List.Item key={record}>{record}</List.Item>
            ))}
          </List>
        </>
      )}
    </Stack>
  );
}
