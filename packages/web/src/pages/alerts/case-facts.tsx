import { say } from '@aftermine/science/base';
import { correctiveText, type People } from '@aftermine/science/report/season';
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../app/language.ts';
import { Area } from '../../parts/area.tsx';
import { momentText, moneyText, numberText } from '../../parts/numbers.ts';
import type { Alert } from './alert-data.ts';
import classes from './alerts.module.css';

/** What is known of a case, and nothing that is not. */
export function CaseFacts({
  alert,
  people,
  currency,
}: {
  readonly alert: Alert;
  readonly people: People;
  readonly currency: string | null;
}) {
  const { t, language } = useTexts();
  const { alarm, case: now } = alert;
  const word = (key: string, params = {}): string => say(language, `season-page.alert.${key}`, params);
  const number = (value: number): string => numberText(value, language, 2);
  const facts: (readonly [string, ReactNode])[] = [
    [
      word('rank'),
      `${number(alarm.rank)} ${word('rank-of', {
        severity: number(alarm.severity),
        exposure: number(alarm.exposure),
        confidence: number(alarm.confidence),
      })}`,
    ],
    [word('area'), <Area key="area" areaHa={alarm.areaHa} />],
    [
      t('alerts.state'),
      t('alerts.state-since', {
        state: say(language, `action-state.${now.state}`),
        at: momentText(now.since, language),
      }),
    ],
  ];
  if (now.owner !== null) facts.push([word('owner'), people.get(now.owner) ?? now.owner]);
  if (now.due !== null)
    facts.push([
      word('due'),
      now.overdue ? (
        <Text key="due" span c="red.9" fw={600} inherit>
          {now.due} ({word('overdue')})
        </Text>
      ) : (
        now.due
      ),
    ]);
  if (now.action !== null) facts.push([word('action'), correctiveText(now.action, language)]);
  if (now.action !== null)
    facts.push([
      word('cost'),
      now.cost === null ? t('alerts.no-cost') : moneyText(now.cost, currency, language),
    ]);
  if (now.recheckFrom !== null) facts.push([word('recheck'), String(now.recheckFrom)]);
  if (now.dismissal !== null)
    facts.push([
      word('dismissal'),
      `${say(language, `dismissal.${now.dismissal.reason}`)}: ${now.dismissal.note}`,
    ]);
  return (
    <dl className={classes.facts}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
