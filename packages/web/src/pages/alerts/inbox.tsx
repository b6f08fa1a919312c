import type { Alarm } from '@aftermine/science/control';
import { type People, type UnitFigure, unitFigure } from '@aftermine/science/report/season';
import { Grid, Paper, Text, Title } from '@mantine/core';
import type { ProjectDetail } from 'aftermine/contract';
import { useMemo } from 'react';
import { useTexts } from '../../app/language.ts';
import { useView } from '../../app/use-view.ts';
import { useSeason } from '../wheel/season-data.ts';
import type { Alert, AlertList } from './alert-data.ts';
import { AlertDetail } from './alert-detail.tsx';
import { AlertItem } from './alert-item.tsx';
import classes from './alerts.module.css';
import { attentionOf } from './project-people.ts';
import { type SiteGroup, sortInbox } from './sort-inbox.ts';

interface InboxProps {
  readonly project: ProjectDetail;
  readonly list: AlertList;
  readonly people: People;
  readonly lastSeason: number;
}

/** Alerts like mail: on the left what there is, on the right the one that is read. */
export function Inbox({ project, list, people, lastSeason }: InboxProps) {
  const { t } = useTexts();
  const [view, setView] = useView();
  const attention = attentionOf(project);
  const inbox = useMemo(() => sortInbox(list.alerts, attention), [list.alerts, attention]);
  const figures = useFigures(project.id, list.alerts, lastSeason);
  const picked = list.alerts.find(({ alarm }) => alarm.id === view.alert);
  const figureOf = ({ alarm }: Alert): UnitFigure | null =>
    alarm.unit === null ? null : figures(alarm.unit);
  const items = (alerts: readonly Alert[]) =>
    alerts.map((one) => (
      <AlertItem
        key={one.alarm.id}
        alert={one}
        figure={figureOf(one)}
        picked={one === picked}
        onPick={() =>
          setView({ alert: one.alarm.id, ...(one.alarm.unit === null ? {} : { unit: one.alarm.unit }) }, true)
        }
      />
    ));
  const groups = (of: readonly SiteGroup[]) =>
    of.map(({ site, alerts }) => (
      <section key={site} aria-label={site === '' ? t('alerts.outside') : site}>
        <Text size="xs" className={classes.group ?? ''} fw={600}>
          {site === '' ? t('alerts.outside') : site}
        </Text>
        {items(alerts)}
      </section>
    ));
  const folded = inbox.folded.reduce((sum, { alerts }) => sum + alerts.length, 0);
  const isAnswered = picked !== undefined && inbox.answered.includes(picked);
  return (
    <Grid gap="md">
      <Grid.Col
        span={{ base: 12, md: 5, xl: 4 }}
        {...(picked === undefined ? {} : { visibleFrom: 'md' as const })}
      >
        <Paper withBorder component="section" aria-label={t('alerts.tab.inbox')}>
          <Title order={2} p="xs">
            {t('alerts.first')}
          </Title>
          <Text size="xs" className="soft" px="xs" pb="xs">
            {t('alerts.ranked', { count: attention })}
          </Text>
          {inbox.first.length === 0 && (
            <Text size="sm" p="xs">
              {t('alerts.first-none')}
            </Text>
          )}
          {groups(inbox.first)}
          {folded > 0 && (
            <details className={classes.fold}>
              <summary>{t('alerts.folded', { count: folded })}</summary>
              {groups(inbox.folded)}
            </details>
          )}
          {inbox.answered.length > 0 && (
            <details className={classes.fold} open={inbox.first.length === 0 || isAnswered}>
              <summary>{t('alerts.answered', { count: inbox.answered.length })}</summary>
              {items(inbox.answered)}
            </details>
          )}
        </Paper>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 7, xl: 8 }}>
        {picked === undefined ? (
          <Text className="soft" p="md" role="status" visibleFrom="md">
            {view.alert === undefined ? t('alerts.pick') : t('alerts.unknown-alert', { id: view.alert })}
          </Text>
        ) : (
          <AlertDetail
            project={project}
            alert={picked}
            figure={figureOf(picked)}
            people={people}
            falseAlarmRate={list.falseAlarmRate}
            onBack={() => setView({ alert: undefined as never }, true)}
          />
        )}
      </Grid.Col>
    </Grid>
  );
}

/** The course of a unit up to the last season, drawn once for each unit. */
function useFigures(
  project: string,
  alerts: readonly Alert[],
  lastSeason: number,
): (unit: string) => UnitFigure | null {
  const { data } = useSeason(project, lastSeason);
  return useMemo(() => {
    const alarms = new Map<string, Alarm[]>();
    for (const { alarm } of alerts)
      if (alarm.unit !== null) alarms.set(alarm.unit, [...(alarms.get(alarm.unit) ?? []), alarm]);
    const units = new Map(
      data?.units.filter(({ unit }) => alarms.has(unit)).map((unit) => [unit.unit, unit] as const) ?? [],
    );
    const drawn = new Map<string, UnitFigure>();
    return (id) => {
      const unit = units.get(id);
      if (unit === undefined || data === undefined) return null;
      const known = drawn.get(id);
      if (known !== undefined) return known;
      const { year, target } = data;
      const made = unitFigure(unit, { year, target, earlier: [], alarms: alarms.get(id) ?? [] });
      drawn.set(id, made);
      return made;
    };
  }, [data, alerts]);
}
