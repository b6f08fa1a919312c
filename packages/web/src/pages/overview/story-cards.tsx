import type { ObservationResult } from '@aftermine/science/observe';
import type { PlanResult } from '@aftermine/science/plan';
import { headlines } from '@aftermine/science/report/observation';
import { moneyText } from '@aftermine/science/report/plan';
import { Anchor, Paper, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconArrowDownRight, IconArrowUpRight, IconPoint } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ProjectDetail, UnitRow } from 'aftermine/contract';
import { type ReactNode, useMemo } from 'react';
import { ApiProblem } from '../../api/ask.ts';
import { partQuery } from '../../api/resources.ts';
import { useTexts } from '../../app/language.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { NO_SEASON, useAlerts } from '../alerts/alert-data.ts';
import { alertPlace, alertTitle } from '../alerts/alert-words.ts';
import { trendCounts } from './unit-figures.ts';

/** With more units the whole record is too large for a page; the rows of the units tell the same in short. */
const MANY_UNITS = 300;
const MARKS = {
  good: <IconArrowUpRight size={15} color="var(--good)" aria-hidden />,
  bad: <IconArrowDownRight size={15} color="var(--bad)" aria-hidden />,
  plain: <IconPoint size={15} aria-hidden />,
  unknown: <IconPoint size={15} aria-hidden />,
} as const;
const OPEN = ['new', 'check', 'rectify', 'recheck'];

interface CardProps {
  readonly project: ProjectDetail;
  readonly rows: readonly UnitRow[];
}

/** What the pictures say, in the sentences of the report. */
export function TrendCard({ project, rows }: CardProps) {
  const { t, language } = useTexts();
  const isSmall = project.units <= MANY_UNITS;
  const record = useQuery({
    ...partQuery<ObservationResult>(project.id, '/observation'),
    enabled: project.years !== null && isSmall,
  });
  const told = useMemo(
    () =>
      record.data === undefined
        ? []
        : headlines(record.data, language).filter(({ topic }) =>
            ['trend', 'better', 'worse', 'unknown'].includes(topic),
          ),
    [record.data, language],
  );
  const { up, down } = trendCounts(rows);
  return (
    <Card title={t('overview.trend')} to={`${base(project)}/trend`} link={t('overview.see-trend')}>
      <ProblemNote error={record.error} />
      {project.years === null && <Text size="sm">{t('overview.no-trend')}</Text>}
      {project.years !== null && !isSmall && (
        <Text size="sm">{t('overview.trend-counts', { units: rows.length, up, down })}</Text>
      )}
      {told.map(({ topic, tone, text }) => (
        <div key={topic} style={{ display: 'flex', gap: 6 }}>
          <span style={{ flexShrink: 0, marginTop: 2 }}>{MARKS[tone]}</span>
          <Text size="sm">{text}</Text>
        </div>
      ))}
    </Card>
  );
}

/** The alert that comes first, or that none is open. */
export function AlertCard({ project }: Pick<CardProps, 'project'>) {
  const { t, language } = useTexts();
  const alerts = useAlerts(project.id);
  const none = alerts.error instanceof ApiProblem && alerts.error.error.code === NO_SEASON;
  const open = alerts.data?.alerts.filter((one) => OPEN.includes(one.case.state)) ?? [];
  const [first] = open;
  const over = (alerts.data?.alerts.length ?? 0) - open.length;
  return (
    <Card title={t('overview.alert')} to={`${base(project)}/alerts`} link={t('overview.see-alerts')}>
      {!none && <ProblemNote error={alerts.error} />}
      {first === undefined ? (
        <Text size="sm">{t('overview.no-alert')}</Text>
      ) : (
        <>
          <Text size="sm">{t('overview.open-alerts', { count: open.length })}</Text>
          <div style={{ display: 'flex', gap: 6 }}>
            <IconAlertTriangle size={16} color="var(--warn)" aria-hidden style={{ flexShrink: 0 }} />
            <Text size="sm" fw={600}>
              {alertTitle(first, language)} · {alertPlace(first, language)}
            </Text>
          </div>
        </>
      )}
      {over > 0 && (
        <Text size="sm" className="soft">
          {t('overview.closed-alerts', { count: over })}
        </Text>
      )}
    </Card>
  );
}

/** The plan in one sentence. */
export function PlanCard({ project }: Pick<CardProps, 'project'>) {
  const { t, language } = useTexts();
  const isThere = project.steps.some(({ step, state }) => step === 'plan' && state !== 'missing');
  const plan = useQuery({ ...partQuery<PlanResult>(project.id, '/plan/overview'), enabled: isThere });
  const money = moneyText(language, plan.data?.currency ?? project.currency ?? 'CNY');
  return (
    <Card title={t('overview.plan')} to={`${base(project)}/plan`} link={t('overview.see-plan')}>
      <ProblemNote error={plan.error} />
      {!isThere && <Text size="sm">{t('overview.no-plan')}</Text>}
      {plan.data !== undefined && (
        <Text size="sm">
          {t('overview.plan-sentence', {
            units: plan.data.units.filter(({ choice }) => choice !== null).length,
            all: plan.data.units.length,
            start: plan.data.start,
            end: plan.data.start + plan.data.years - 1,
            cost: money.text(plan.data.totals?.publicCost ?? null),
          })}
        </Text>
      )}
      {isThere && (
        <Anchor component={Link} to={`${base(project)}/compare` as never} size="sm">
          {t('overview.compare-plans')}
        </Anchor>
      )}
    </Card>
  );
}

const base = ({ id }: ProjectDetail): string => `/p/${encodeURIComponent(id)}`;

function Card({
  title,
  to,
  link,
  children,
}: {
  readonly title: string;
  readonly to: string;
  readonly link: string;
  readonly children: ReactNode;
}) {
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Stack gap={6}>
        <Title order={2} size="h3">
          {title}
        </Title>
        {children}
        <Anchor component={Link} to={to as never} size="sm">
          {link}
        </Anchor>
      </Stack>
    </Paper>
  );
}
