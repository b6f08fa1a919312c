import { isOpen } from '@aftermine/science/control';
import { Group, Stack, Tabs, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ProjectDetail } from 'aftermine/contract';
import { useMemo } from 'react';
import { ApiProblem } from '../../api/ask.ts';
import { projectQuery } from '../../api/resources.ts';
import { commandLine } from '../../api/run-verb.ts';
import { useTexts } from '../../app/language.ts';
import { useProjectId, useView } from '../../app/use-view.ts';
import { EvidenceMark } from '../../parts/evidence-drawer.tsx';
import { percentText } from '../../parts/numbers.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSeasonYears } from '../wheel/season-data.ts';
import { ActionBoard } from './action-board.tsx';
import { type AlertList, NO_SEASON, useAlerts } from './alert-data.ts';
import { HistoryTab } from './history-tab.tsx';
import { Inbox } from './inbox.tsx';
import { NoMonitoring } from './no-monitoring.tsx';
import { peopleOf } from './project-people.ts';
import { SeasonPanel } from './season-panel.tsx';

/** Alerts, what is done about them, and the next season. */
export function AlertsPage() {
  const project = useQuery(projectQuery(useProjectId()));
  if (project.data !== undefined) return <Alerts project={project.data} />;
  return project.isError ? <ProblemNote error={project.error} /> : <PageSkeleton />;
}

function Alerts({ project }: { readonly project: ProjectDetail }) {
  const { t } = useTexts();
  const alerts = useAlerts(project.id);
  const seasons = useSeasonYears(project.id);
  const before = alerts.error instanceof ApiProblem && alerts.error.error.code === NO_SEASON;
  const planned = project.steps.some(({ step, state }) => step === 'plan' && state !== 'missing');
  const last = seasons.data?.years.at(-1);
  const next = last === undefined ? startOf(project) : last + 1;
  return (
    <>
      <PageHead
        title={t('nav.alerts')}
        sentence={t('alerts.sentence')}
        line={commandLine(project.dir, { verb: 'alert list', options: { all: true } })}
      />
      {planned && next !== null && (
        <SeasonPanel
          project={project}
          next={next}
          isFirst={last === undefined}
          rechecks={
            alerts.data?.alerts.filter(
              ({ case: one }) =>
                one.state === 'recheck' && (one.recheckFrom === null || one.recheckFrom <= next),
            ).length ?? 0
          }
        />
      )}
      {before ? (
        <NoMonitoring project={project} />
      ) : alerts.data === undefined ? (
        alerts.isError ? (
          <ProblemNote error={alerts.error} onRetry={() => void alerts.refetch()} />
        ) : (
          <PageSkeleton />
        )
      ) : (
        <AlertTabs project={project} list={alerts.data} lastSeason={last ?? 0} />
      )}
    </>
  );
}

function AlertTabs({
  project,
  list,
  lastSeason,
}: {
  readonly project: ProjectDetail;
  readonly list: AlertList;
  readonly lastSeason: number;
}) {
  const { t, language } = useTexts();
  const [view, setView] = useView();
  const people = useMemo(() => new Map(peopleOf(project).map(({ id, name }) => [id, name])), [project]);
  const tab = view.tab ?? 'inbox';
  const open = list.alerts.filter(({ case: one }) => isOpen(one.state)).length;
  const rate =
    list.falseAlarmRate === null
      ? t('alerts.false-none')
      : t('alerts.false-rate', { percent: percentText(list.falseAlarmRate, language) });
  return (
    <Tabs value={tab} onChange={(next) => setView({ tab: next ?? 'inbox' }, true)} keepMounted={false}>
      <Stack gap="xs">
        <Group gap={4}>
          <Text size="sm" role="status">
            {t('alerts.open-count', { open, all: list.alerts.length })} · {rate}
          </Text>
          {list.falseAlarmRate !== null && (
            <EvidenceMark
              title={t('alerts.false-name')}
              trace={() => ({
                title: t('alerts.false-name'),
                value: rate,
                source: [t('alerts.false-source', { all: list.alerts.length })],
                steps: [t('alerts.false-step')],
                rule: ['docs/methods/season-alarms.md'],
                confidence: t('alerts.false-confidence'),
                change: t('alerts.false-change'),
                accepted: t('alerts.false-accepted'),
              })}
            />
          )}
        </Group>
        <Tabs.List>
          <Tabs.Tab value="inbox">{t('alerts.tab.inbox')}</Tabs.Tab>
          <Tabs.Tab value="board">{t('alerts.tab.board')}</Tabs.Tab>
          <Tabs.Tab value="history">{t('alerts.tab.history')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="inbox" pt="xs">
          <Inbox project={project} list={list} people={people} lastSeason={lastSeason} />
        </Tabs.Panel>
        <Tabs.Panel value="board" pt="xs">
          <ActionBoard project={project} alerts={list.alerts} people={people} />
        </Tabs.Panel>
        <Tabs.Panel value="history" pt="xs">
          <HistoryTab project={project} alerts={list.alerts} people={people} />
        </Tabs.Panel>
      </Stack>
    </Tabs>
  );
}

/** First season of the plan, as the settings have it; null where they do not say. */
function startOf({ settings, steps }: ProjectDetail): number | null {
  const next = steps.find(({ step }) => step === 'season')?.params['next'];
  if (typeof next === 'number') return next;
  const start = (settings as { plan?: { start?: unknown } } | null)?.plan?.start;
  return typeof start === 'number' ? start : null;
}
