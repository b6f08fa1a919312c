import { hasText } from '@aftermine/science/base';
import {
  indexInSentence,
  numberText,
  seriesOf,
  trajectoryOf,
  trendFigure,
  trendSentences,
  yearsOf,
} from '@aftermine/science/report/observation';
import { Grid, Group, List, Stack, Switch, Text, Title } from '@mantine/core';
import type { ProjectDetail } from 'aftermine/contract';
import { useMemo, useState } from 'react';
import { useTexts } from '../../app/language.ts';
import type { useView } from '../../app/use-view.ts';
import { Chart } from '../../parts/chart.tsx';
import { percentText } from '../../parts/numbers.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSay } from '../../parts/use-say.ts';
import type { trendTexts } from '../../texts/trend.ts';
import { MethodComparison } from './method-comparison.tsx';
import { methodPages, methodText } from './method-text.ts';
import { OwnSeriesBox } from './own-series-box.tsx';
import { promiseOnIndex } from './promise-on-index.ts';
import type { OwnSeries } from './read-own-series.ts';
import { trendColumns } from './trend-columns.tsx';
import { TrendDownloads } from './trend-downloads.tsx';
import { TrendNumbers } from './trend-numbers.tsx';
import { type TrendEvent, type TrendLabels, trendOption } from './trend-option.ts';
import { trendRows } from './trend-rows.ts';
import type { TrendState } from './use-trend.ts';
import { YearPanel } from './year-panel.tsx';

interface TrendViewProps {
  readonly project: ProjectDetail;
  readonly state: TrendState;
  readonly year: number | null;
  readonly tab: string | undefined;
  readonly setView: ReturnType<typeof useView>[1];
}

/** Chart, numbers, the picked year, and what a researcher asks for. */
export function TrendView({ project, state, year, tab, setView }: TrendViewProps) {
  const { t, language } = useTexts();
  const say = useSay();
  const { record, zone, index, sheet } = state;
  const [own, setOwn] = useState<readonly OwnSeries[]>([]);
  const [failed, setFailed] = useState<unknown>(null);
  const zoneId = zone.kind === 'boundary' ? '' : zone.id;
  const figure = useMemo(() => trendFigure(record, zone, index, language), [record, zone, index, language]);
  const promise = useMemo(
    () => (sheet === null || index !== 'rsei' ? null : promiseOnIndex(sheet)),
    [sheet, index],
  );
  const rows = useMemo(
    () => trendRows(figure, yearsOf(seriesOf(record, index), zone), promise, own, zoneId),
    [figure, record, index, zone, promise, own, zoneId],
  );
  const events = useMemo((): TrendEvent[] => {
    const told = (sheet?.events ?? []).filter(({ kind }) => kind === 'works' || kind === 'alert');
    return [...figure.events.map((event) => ({ ...event, detail: null })), ...told].map(
      ({ year: when, kind, detail }) => ({
        year: when,
        kind,
        detail: detail !== null && hasText(`alarm.${detail}`) ? say(`alarm.${detail}`) : detail,
      }),
    );
  }, [figure, sheet, say]);
  const labels = useMemo(
    (): TrendLabels => ({
      median: t('trend.median'),
      quartiles: t('trend.quartiles'),
      reference: t('trend.reference'),
      trend: t('trend.line'),
      fitted: t('trend.fitted'),
      breakpoint: t('trend.breakpoint'),
      promised: t('trend.promised'),
      target: t('trend.target', { share: percentText(promise?.share ?? null, language) }),
      expected: t('trend.expected'),
      expectedSpan: t('trend.expected-span'),
      pixels: t('trend.pixels'),
      unseen: t('trend.unseen'),
      event: (kind) => {
        const key = `trend.event.${kind}` as keyof typeof trendTexts;
        return t(key);
      },
      number: (value) => (value === null ? '–' : numberText(language, value, figure.digits)),
    }),
    [t, language, promise, figure.digits],
  );
  const option = useMemo(
    () => trendOption(figure, rows, events, own, year, labels),
    [figure, rows, events, own, year, labels],
  );
  const columns = useMemo(() => trendColumns(rows, own, labels, t), [rows, own, labels, t]);
  const name = indexInSentence(record, index, language);
  const title = t('trend.chart', { zone: zone.label, index: name });
  const trajectory = trajectoryOf(record, zone);
  const sentences = trendSentences(record, zone, index, language);
  return (
    <Stack gap="md">
      <ProblemNote error={failed} />
      <div>
        <Chart
          label={title}
          option={option}
          height={430}
          twin={{ rows, columns, idOf: (row) => String(row.year) }}
          onPlace={(place) => {
            const when = rows[place]?.year;
            if (when !== undefined && record.years.includes(when)) setView({ year: when });
          }}
          tools={
            <TrendDownloads
              figure={figure}
              wetness={state.wetness}
              rows={rows}
              own={own}
              zoneId={zoneId}
              title={title}
              sentences={sentences}
              onError={setFailed}
            />
          }
        />
        <Text size="xs" className="soft">
          {t('trend.hint')}
          {promise !== null && ` ${t('trend.promise-note', { year: promise.referenceTo })}`}
          {trajectory.index !== index &&
            trajectory.vertices.length > 2 &&
            ` ${t('trend.fitted-elsewhere', { index: indexInSentence(record, trajectory.index, language) })}`}
        </Text>
      </div>
      <Grid>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <Title order={2} mb={6}>
            {t('trend.numbers')}
          </Title>
          <TrendNumbers state={state} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <YearPanel
            project={project}
            state={state}
            year={year}
            onYear={(next) => setView({ year: next ?? undefined })}
          />
        </Grid.Col>
      </Grid>
      <Group justify="space-between" align="flex-start">
        <Switch
          label={t('trend.methods')}
          checked={tab === 'methods'}
          onChange={(event) => setView({ tab: event.currentTarget.checked ? 'methods' : undefined })}
        />
        <OwnSeriesBox own={own} zoneId={zoneId} zoneLabel={zone.label} onOwn={setOwn} />
      </Group>
      {tab === 'methods' && <MethodComparison state={state} />}
      <details>
        <summary>{t('trend.method')}</summary>
        {methodText(language).map((line) => (
          <Text key={line} size="sm" mt={4} maw={860}>
            {line}
          </Text>
        ))}
        <Title order={3} mt="sm">
          {t('trend.pages')}
        </Title>
        <List size="sm">
          {methodPages(index, state.wetness).map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
      </details>
    </Stack>
  );
}
