import { Button, Group, List, Alert as Notice, NumberInput, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { jobsQuery } from '../../api/resources.ts';
import { commandLine, useVerb } from '../../api/run-verb.ts';
import { useTexts } from '../../app/language.ts';
import { Chart } from '../../parts/chart.tsx';
import { CopyCommand } from '../../parts/copy-command.tsx';
import type { Column } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { EvidenceMark } from '../../parts/evidence-drawer.tsx';
import { JobProgress } from '../../parts/job-progress.tsx';
import { numberText } from '../../parts/numbers.ts';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { drawnWith } from './drawn-with.ts';
import { useSeasonContext } from './season-context.ts';
import { type ValueOfControl, worthQuery } from './worth-data.ts';
import { shareText, worthSentences } from './worth-sentences.ts';

/** What steering each season is worth: the last result, and the job that works it out. */
export function WorthTab() {
  const { t } = useTexts();
  const { project } = useSeasonContext();
  const worth = useQuery(worthQuery(project.id));
  return (
    <Stack gap="md">
      <Text size="sm" className="soft">
        {t('wheel.worth.lead')}
      </Text>
      <ProblemNote error={worth.error} />
      {worth.isPending ? (
        <PageSkeleton rows={2} />
      ) : worth.data == null ? (
        <EmptyState title={t('wheel.worth.none')} action={<WorthRunner again={false} />}>
          {t('wheel.worth.none-text')}
        </EmptyState>
      ) : (
        <>
          <WorthResult worth={worth.data} />
          <WorthRunner again />
        </>
      )}
    </Stack>
  );
}

function WorthRunner({ again }: { readonly again: boolean }) {
  const { t, language } = useTexts();
  const { project } = useSeasonContext();
  const verb = useVerb(project.id);
  const jobs = useQuery(jobsQuery);
  // A first look ends within a minute or so and tells its interval; what it worked out counts for a longer run too.
  const [futures, setFutures] = useState<number | string>(again ? 200 : FIRST_LOOK);
  const [droughts, setDroughts] = useState<number | string>('');
  const [dieOffs, setDieOffs] = useState<number | string>('');
  const request = {
    verb: 'value-of-control',
    options: {
      futures: Number(futures),
      ...(droughts === '' ? {} : { droughts: Number(droughts) }),
      ...(dieOffs === '' ? {} : { 'die-offs': Number(dieOffs) }),
    },
  };
  const running = jobs.data?.find(
    (job) =>
      job.project === project.id &&
      job.verb === 'value-of-control' &&
      (job.status === 'running' || job.status === 'accepted'),
  );
  return (
    <Stack gap="xs">
      <Group gap="xs" align="flex-end" justify={again ? 'flex-start' : 'center'}>
        <NumberInput
          label={t('wheel.worth.futures')}
          w={100}
          min={2}
          max={5000}
          allowDecimal={false}
          value={futures}
          onChange={setFutures}
        />
        <NumberInput
          label={t('wheel.worth.droughts')}
          w={170}
          min={0}
          max={1}
          step={0.01}
          placeholder="0.12"
          value={droughts}
          onChange={setDroughts}
        />
        <NumberInput
          label={t('wheel.worth.die-offs')}
          w={200}
          min={0}
          max={1}
          step={0.01}
          placeholder="0.03"
          value={dieOffs}
          onChange={setDieOffs}
        />
        <Button
          variant={again ? 'light' : 'filled'}
          loading={verb.isPending}
          disabled={running !== undefined || Number(futures) < 2}
          onClick={() => verb.mutate(request)}
        >
          {again ? t('wheel.worth.again') : t('wheel.worth.run', { futures: Number(futures) })}
        </Button>
        <CopyCommand line={commandLine(project.dir, request)} />
      </Group>
      <Text size="sm" className="soft">
        {t('wheel.worth.estimate', {
          futures: Number(futures),
          minutes: numberText(
            Math.max(0.5, (Number(futures) * (project.units ?? 1) * SECONDS_PER_UNIT_FUTURE) / 60),
            language,
            1,
          ),
        })}
      </Text>
      <div aria-live="polite">
        {running !== undefined && (
          <Notice color="blue" title={t('wheel.worth.running')} ta="left">
            <JobProgress job={running} compact />
          </Notice>
        )}
        <ProblemNote error={verb.error} />
      </div>
    </Stack>
  );
}

/** Futures of a first look. */
const FIRST_LOOK = 20;
/** Seconds of one future on one unit, as measured on the demonstration mine on a small machine. */
const SECONDS_PER_UNIT_FUTURE = 0.25;

interface Gain {
  readonly place: number;
  readonly future: number;
  readonly steered: number;
  readonly perfect: number;
}

function WorthResult({ worth }: { readonly worth: ValueOfControl }) {
  const { t, language } = useTexts();
  const [verdict, ...rest] = worthSentences(worth, language);
  const rows = useMemo(
    () =>
      worth.futures
        .map(({ future, fixed, steered, perfect }) => ({
          future,
          steered: steered.value - fixed.value,
          perfect: perfect.value - fixed.value,
        }))
        .sort((a, b) => a.steered - b.steered)
        .map((one, place): Gain => ({ ...one, place: place + 1 })),
    [worth],
  );
  const option = useMemo(
    () => ({
      grid: { left: 56, right: 16, top: 58, bottom: 40 },
      legend: { top: 0, left: 0, itemHeight: 10 },
      tooltip: { trigger: 'axis' },
      xAxis: {
        type: 'category',
        name: t('wheel.worth.future'),
        nameLocation: 'middle',
        nameGap: 26,
        data: rows.map(({ place }) => String(place)),
      },
      yAxis: { type: 'value', name: t('wheel.worth.gain') },
      series: [
        {
          type: 'bar',
          name: t('wheel.worth.steered'),
          data: rows.map(({ steered }) => rounded(steered)),
          itemStyle: { color: '#1d7a5f' },
        },
        {
          type: 'scatter',
          name: t('wheel.worth.perfect'),
          data: rows.map(({ perfect }) => rounded(perfect)),
          symbolSize: 5,
          itemStyle: { color: '#8a6100' },
        },
      ],
    }),
    [rows, t],
  );
  const columns = useMemo(
    (): readonly Column<Gain>[] =>
      (['place', 'steered', 'perfect'] as const).map((id) => ({
        id,
        title: t(id === 'place' ? 'wheel.worth.future' : `wheel.worth.${id}`),
        value: (row) => row[id],
        cell: (row) => numberText(row[id], language, id === 'place' ? 0 : 5),
        number: true,
      })),
    [t, language],
  );
  return (
    <Stack gap="xs">
      <Group gap={4}>
        <Title order={2}>{verdict}</Title>
        <EvidenceMark
          title={t('wheel.tab.worth')}
          trace={() => ({
            title: t('wheel.tab.worth'),
            value: verdict,
            source: [`reports/value-of-control.json (${worth.summary.futures}, seed ${worth.seed})`],
            steps: [t('wheel.worth.lead'), ...rest],
            rule: ['docs/methods/value-of-control.md'],
            confidence: rest[0] ?? '–',
            change: t('wheel.worth.drawn-with', drawnWith(worth.settings, language)),
            accepted: shareText(worth, language),
          })}
        />
      </Group>
      <List size="sm" spacing={2}>
        {rest.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
      <Chart
        label={t('wheel.worth.chart')}
        option={option}
        height={290}
        twin={{ rows, columns, idOf: ({ future }) => String(future) }}
      />
    </Stack>
  );
}

function rounded(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}
