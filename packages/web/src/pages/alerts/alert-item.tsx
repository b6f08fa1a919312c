import type { UnitFigure } from '@aftermine/science/report/season';
import { toldText } from '@aftermine/science/report/season';
import { Group, Text, UnstyledButton } from '@mantine/core';
import { useTexts } from '../../app/language.ts';
import { numberText } from '../../parts/numbers.ts';
import type { Alert } from './alert-data.ts';
import { alertPlace, alertTitle } from './alert-words.ts';
import classes from './alerts.module.css';
import { SparkLine } from './spark-line.tsx';
import { StateBadge } from './state-badge.tsx';

/** One line of the inbox. */
export function AlertItem({
  alert,
  figure,
  picked,
  onPick,
}: {
  readonly alert: Alert;
  readonly figure: UnitFigure | null;
  readonly picked: boolean;
  readonly onPick: () => void;
}) {
  const { t, language } = useTexts();
  return (
    <UnstyledButton
      className={classes.item ?? ''}
      data-picked={picked || undefined}
      aria-current={picked ? 'true' : undefined}
      onClick={onPick}
    >
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
        <div style={{ minWidth: 0 }}>
          <Text fw={600} size="sm">
            {alertTitle(alert, language)}
          </Text>
          <Text size="xs" className="soft">
            {alertPlace(alert, language)} · {alert.alarm.year} ·{' '}
            {t('alerts.rank', { rank: numberText(alert.alarm.rank, language, 2) })}
          </Text>
        </div>
        <StateBadge of={alert.case} />
      </Group>
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-end">
        <Text size="xs" lineClamp={3} flex={1}>
          {toldText(language, { key: `alarm.${alert.alarm.kind}.why`, params: alert.alarm.params })}
        </Text>
        {figure !== null && (
          <span className={classes.spark}>
            <SparkLine figure={figure} told={false} />
          </span>
        )}
      </Group>
    </UnstyledButton>
  );
}
