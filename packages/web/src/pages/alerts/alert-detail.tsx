import { correctiveText, type People, toldText, type UnitFigure } from '@aftermine/science/report/season';
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconColumns2 } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ProjectDetail } from 'aftermine/contract';
import { commandLine } from '../../api/run-verb.ts';
import { useTexts } from '../../app/language.ts';
import { CopyCommand } from '../../parts/copy-command.tsx';
import { EvidenceMark } from '../../parts/evidence-drawer.tsx';
import { useSeason } from '../wheel/season-data.ts';
import type { Alert } from './alert-data.ts';
import { alertTrace } from './alert-trace.ts';
import { alertPlace, alertTitle } from './alert-words.ts';
import classes from './alerts.module.css';
import { AnswerPanel } from './answer-panel.tsx';
import { CaseFacts } from './case-facts.tsx';
import { CaseHistory } from './case-history.tsx';
import { CaseProgress } from './case-progress.tsx';
import { MapChip } from './map-chip.tsx';
import { SparkLine } from './spark-line.tsx';
import { StateBadge } from './state-badge.tsx';

interface AlertDetailProps {
  readonly project: ProjectDetail;
  readonly alert: Alert;
  readonly figure: UnitFigure | null;
  readonly people: People;
  readonly falseAlarmRate: number | null;
  readonly onBack: () => void;
}

/** One alert: what, where, why, what stands behind it, how far it was answered, and what can be done now. */
export function AlertDetail({ project, alert, figure, people, falseAlarmRate, onBack }: AlertDetailProps) {
  const { t, language } = useTexts();
  const { alarm } = alert;
  const season = useSeason(project.id, alarm.year);
  const title = alertTitle(alert, language);
  const place = alertPlace(alert, language);
  const [from, to] = yearsAround(alarm.year, project.quality);
  return (
    <Paper withBorder p="md" component="article" aria-labelledby="alert-title">
      <Stack gap="md">
        <Group justify="space-between" align="flex-start" wrap="wrap" gap="sm">
          <div style={{ flex: '1 1 240px', minWidth: 0 }}>
            <Button
              hiddenFrom="md"
              variant="subtle"
              size="compact-sm"
              leftSection={<IconArrowLeft size={14} aria-hidden />}
              onClick={onBack}
            >
              {t('alerts.back')}
            </Button>
            <Group gap="xs">
              <Title order={2} id="alert-title">
                {title}
              </Title>
              <StateBadge of={alert.case} />
            </Group>
            <Text className="soft">
              {place} · {alarm.year}
            </Text>
          </div>
          <Group gap="sm">
            {figure !== null && <SparkLine figure={figure} />}
            <MapChip project={project} unit={alarm.unit} place={alarm.place ?? null} label={place} />
          </Group>
        </Group>
        <div>
          <Title order={3}>{t('alerts.why')}</Title>
          <Text>
            {toldText(language, { key: `alarm.${alarm.kind}.why`, params: alarm.params })}{' '}
            <EvidenceMark
              title={title}
              trace={() =>
                alertTrace(alert, {
                  t,
                  language,
                  people,
                  currency: project.currency,
                  falseAlarmRate,
                  season: season.data as never,
                })
              }
            />
          </Text>
          <ul className={classes.lines} aria-label={t('alerts.rests')}>
            {alarm.evidence.map((one) => (
              <li key={one.key}>{toldText(language, one)}</li>
            ))}
          </ul>
        </div>
        <Group gap="xs">
          <Button
            component={Link}
            to={`/p/${encodeURIComponent(project.id)}/map` as never}
            search={
              {
                year: to,
                year2: from,
                compare: 'swipe',
                ...(alarm.unit === null ? {} : { unit: alarm.unit }),
              } as never
            }
            variant="default"
            size="compact-sm"
            h="auto"
            py={3}
            styles={{ label: { whiteSpace: 'normal' } }}
            leftSection={<IconColumns2 size={14} aria-hidden />}
          >
            {alarm.unit === null
              ? t('alerts.before-after-place', { from, to })
              : t('alerts.before-after', { unit: alarm.unit, from, to })}
          </Button>
          {alarm.unit !== null && (
            <Button
              component={Link}
              to={`/p/${encodeURIComponent(project.id)}/trend` as never}
              search={{ unit: alarm.unit } as never}
              variant="default"
              size="compact-sm"
            >
              {t('alerts.to-trend', { unit: alarm.unit })}
            </Button>
          )}
          <CopyCommand line={commandLine(project.dir, { verb: 'alert show', args: [alarm.id] })} />
        </Group>
        <CaseProgress alert={alert} />
        <CaseFacts alert={alert} people={people} currency={project.currency} />
        {alarm.corrective.length > 0 && (
          <Text size="sm" className="soft">
            {t('alerts.may-be-done', {
              actions: alarm.corrective
                .map((one) => correctiveText(one, language))
                .join(language === 'zh' ? '；' : '; '),
            })}
          </Text>
        )}
        <AnswerPanel key={alarm.id} project={project} alert={alert} people={people} />
        <CaseHistory alert={alert} people={people} currency={project.currency} />
      </Stack>
    </Paper>
  );
}

/** The observed year before an alert, and its own. */
function yearsAround(
  year: number,
  quality: readonly { readonly year: number; readonly present: boolean }[],
): readonly [number, number] {
  const before = quality.filter((one) => one.present && one.year < year).at(-1)?.year ?? year - 1;
  return [before, year];
}
