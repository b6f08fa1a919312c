import type { PlanResult, ScheduledTask } from '@aftermine/science/plan';
import type { PlanWords } from '@aftermine/science/report/plan';
import { Anchor, Button, Group, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ProjectDetail } from 'aftermine/contract';
import { projectPath } from '../../api/ask.ts';
import { commandLine, useVerb } from '../../api/run-verb.ts';
import { useTexts } from '../../app/language.ts';
import { CopyCommand } from '../../parts/copy-command.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { saveBlob } from '../../parts/save-file.ts';
import { useSay } from '../../parts/use-say.ts';
import { monthText } from './month-text.ts';
import { csvText } from './schedule-rows.ts';
import type { UsedPlan } from './use-plan.ts';

/** Schedule and money as CSV, made here, and the budget as a workbook. */
export function ScheduleFiles({
  project,
  plan,
  words,
  tasks,
  record,
}: {
  readonly project: ProjectDetail;
  readonly plan: PlanResult;
  readonly words: PlanWords;
  readonly tasks: readonly ScheduledTask[];
  readonly record: UsedPlan['record'];
}) {
  const { t, language } = useTexts();
  const say = useSay();
  const verb = useVerb<{ readonly path: string }>(project.id);
  const request = {
    verb: 'report',
    args: ['budget'],
    options: { lang: language, ...(record === 'plan' ? {} : { solved: true }) },
  };
  const written = verb.data?.envelope?.data.path.split(/[\\/]/).at(-1);
  const save = (name: string, rows: Parameters<typeof csvText>[0]): void => {
    saveBlob(
      new Blob([csvText(rows)], { type: 'text/csv;charset=utf-8' }),
      `${project.name}-${record === 'plan' ? '' : 'solved-'}${name}.csv`,
    );
  };
  const column = (key: string): string => say(`plan-page.column.${key}`);
  const saveSchedule = (): void =>
    save(t('schedule.file.schedule'), [
      ['unit', 'measure', 'begin', 'end', 'after', 'critical'].map(column),
      ...tasks.map(({ unit, measure, startMonth, endMonth, after, critical }) => [
        unit,
        words.measure(measure),
        monthText(plan, startMonth),
        monthText(plan, Math.ceil(endMonth) - 1),
        after.map(words.measure).join(' + '),
        critical ? say('plan-page.yes') : say('plan-page.no'),
      ]),
    ]);
  const saveCash = (): void => {
    const funds = [...new Set(plan.finance.years.flatMap(({ sources }) => Object.keys(sources)))];
    save(t('schedule.file.cash'), [
      [
        column('year'),
        ...(['works', 'upkeep', 'capital'] as const).map((key) => say(`plan-page.cash.${key}`)),
        ...funds.map(words.fund),
        say('plan-page.cash.missing'),
        say('plan-page.cash.revenue'),
        say('plan-page.cash.balance'),
      ].map((heading, i) => (i === 0 ? heading : `${heading} (${plan.currency})`)),
      ...plan.finance.years.map(({ year, works, upkeep, capital, sources, uncovered, revenue, balance }) => [
        year,
        ...[
          works,
          upkeep,
          capital,
          ...funds.map((fund) => sources[fund] ?? 0),
          uncovered,
          revenue,
          balance,
        ].map((amount) => Math.round(100 * amount) / 100),
      ]),
    ]);
  };
  const icon = <IconDownload size={15} aria-hidden />;
  return (
    <div>
      <Group gap="xs">
        <Button variant="light" leftSection={icon} onClick={saveSchedule}>
          {t('schedule.csv-schedule')}
        </Button>
        <Button variant="light" leftSection={icon} onClick={saveCash}>
          {t('schedule.csv-cash')}
        </Button>
        <Button variant="light" loading={verb.isPending} onClick={() => verb.mutate(request)}>
          {t('schedule.xlsx')}
        </Button>
        <CopyCommand line={verb.data?.line ?? commandLine(project.dir, request)} />
        <Text size="sm" role="status" component="div">
          {written !== undefined && (
            <Anchor
              href={projectPath(project.id, `/reports/${encodeURIComponent(written)}?download=1`)}
              download={written}
            >
              {t('schedule.xlsx-ready', { file: written })}
            </Anchor>
          )}
        </Text>
      </Group>
      <ProblemNote error={verb.error} />
    </div>
  );
}
