import { cssGradient, PALETTES, paletteColour } from '@aftermine/science/report/observation';
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { projectQuery, unitsQuery } from '../../api/resources.ts';
import { commandLine } from '../../api/run-verb.ts';
import { useTexts } from '../../app/language.ts';
import { useProjectId, useView } from '../../app/use-view.ts';
import { MapPanel } from '../../map/map-panel.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { numberText } from '../../parts/numbers.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { projectName } from '../../parts/project-name.ts';
import { KpiRow } from './kpi-row.tsx';
import { MakingNote, useRunning } from './making-note.tsx';
import { nextStep, STEP_PAGES } from './next-step.ts';
import { NoUnits } from './no-units.tsx';
import classes from './overview.module.css';
import { StepList } from './step-list.tsx';
import { AlertCard, PlanCard, TrendCard } from './story-cards.tsx';
import { Tour } from './tour.tsx';

/** The story of a project on one page: the land, how it goes, what is open, what is planned, what comes next. */
export function OverviewPage() {
  const { t, language } = useTexts();
  const id = useProjectId();
  const [{ unit = null, sort = '' }, setView] = useView();
  const project = useQuery(projectQuery(id));
  const units = useQuery(unitsQuery(id));
  const running = useRunning(id);
  const rows = units.data?.rows;
  const byId = useMemo(() => new Map(rows?.map((row) => [row.id, row]) ?? []), [rows]);
  const fill = useCallback(
    (one: string): string | null => {
      const value = byId.get(one)?.lastMedian ?? null;
      return value === null ? null : `rgb(${paletteColour(PALETTES['brown-teal'], value).join(' ')} / 0.8)`;
    },
    [byId],
  );
  const error = project.error ?? units.error;
  if (error !== null)
    return (
      <ProblemNote
        error={error}
        onRetry={() => {
          void project.refetch();
          void units.refetch();
        }}
      />
    );
  if (project.data === undefined || rows === undefined) return <PageSkeleton />;
  // While something is being made, nothing else is asked for.
  const next = running === null ? nextStep(project.data.steps, project.data.openAlerts) : null;
  const year = Math.max(...rows.map(({ lastYear }) => lastYear ?? 0), 0);
  const picked = unit === '' ? null : unit;
  return (
    <>
      <PageHead
        title={projectName(project.data, language)}
        sentence={
          running !== null
            ? undefined
            : next === null
              ? t('overview.next.nothing')
              : t(`overview.next.${next}`, { count: project.data.openAlerts })
        }
        line={commandLine(project.data.dir, { verb: 'status' })}
        actions={
          next !== null && (
            <Button
              component={Link}
              to={`/p/${encodeURIComponent(id)}${STEP_PAGES[next]}` as never}
              aria-label={`${t('overview.next')}: ${t(`overview.next.${next}`, { count: project.data.openAlerts })}`}
            >
              {t('overview.next')}
            </Button>
          )
        }
      />
      <Stack>
        <MakingNote job={running} />
        <NoUnits project={project.data} />
        <Tour project={id} />
        <KpiRow project={project.data} rows={rows} />
        <div className={classes.story}>
          <Stack>
            <MapPanel
              project={project.data}
              label={t(year > 0 ? 'overview.map' : 'overview.map-none')}
              fill={fill}
              selected={picked}
              onPick={(one) => setView({ unit: one ?? '' })}
              height={420}
              legend={
                year > 0 && (
                  <Stack gap={2}>
                    <Text size="xs">{t('overview.legend', { year })}</Text>
                    <Group gap={4} wrap="nowrap">
                      <Text size="xs">0</Text>
                      <div
                        className={classes.ramp}
                        style={{ background: cssGradient(PALETTES['brown-teal']) }}
                      />
                      <Text size="xs">1</Text>
                    </Group>
                    <Text size="xs">{t('overview.legend-none')}</Text>
                  </Stack>
                )
              }
            />
            <Paper withBorder p="md" component="section" aria-labelledby="overview-units">
              <Title order={2} size="h3" mb="xs" id="overview-units">
                {t('overview.units')}
              </Title>
              <DataTable
                label={t('overview.units')}
                rows={rows}
                idOf={(row) => row.id}
                selected={picked}
                onPick={(one) => setView({ unit: one })}
                sort={sort}
                onSort={(one) => setView({ sort: one })}
                height={320}
                columns={[
                  {
                    id: 'name',
                    title: t('overview.unit-name'),
                    grow: 2,
                    min: 130,
                    value: (row) => (row.name === null ? row.id : `${row.id} ${row.name}`),
                  },
                  {
                    id: 'areaHa',
                    title: t('overview.unit-area'),
                    number: true,
                    value: (row) => row.areaHa,
                    cell: (row) => numberText(row.areaHa, language),
                  },
                  {
                    id: 'lastMedian',
                    title: t('overview.unit-index'),
                    number: true,
                    min: 72,
                    value: (row) => row.lastMedian,
                    cell: (row) => numberText(row.lastMedian, language),
                  },
                  {
                    id: 'problems',
                    title: t('overview.unit-state'),
                    number: true,
                    min: 72,
                    value: (row) => row.problems,
                    cell: (row) => numberText(row.problems, language, 0),
                  },
                ]}
              />
            </Paper>
          </Stack>
          <Stack>
            <TrendCard project={project.data} rows={rows} />
            <AlertCard project={project.data} />
            <PlanCard project={project.data} />
            <StepList project={project.data} />
          </Stack>
        </div>
      </Stack>
    </>
  );
}
