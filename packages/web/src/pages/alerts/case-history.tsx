import { evidenceText, type People } from '@aftermine/science/report/season';
import { Stack, Text, Title } from '@mantine/core';
import { useTexts } from '../../app/language.ts';
import type { Alert } from './alert-data.ts';
import { entryText } from './alert-words.ts';
import classes from './alerts.module.css';

/** Evidence and lines of the history of one case. */
export function CaseHistory({
  alert,
  people,
  currency,
}: {
  readonly alert: Alert;
  readonly people: People;
  readonly currency: string | null;
}) {
  const { t, language } = useTexts();
  return (
    <Stack gap="xs">
      <Title order={3}>{t('alerts.evidence')}</Title>
      {alert.case.evidence.length === 0 ? (
        <Text size="sm" className="soft">
          {t('alerts.evidence-none')}
        </Text>
      ) : (
        <ul className={classes.lines}>
          {alert.case.evidence.map((one) => (
            <li key={`${one.path}${one.takenAt}`}>
              {evidenceText(one, language)}
              {one.note !== null && `: ${one.note}`}
              <br />
              <span className={classes.hash}>
                {one.path} · SHA-256 {one.sha256.slice(0, 16)}…
              </span>
            </li>
          ))}
        </ul>
      )}
      <Title order={3}>{t('alerts.history')}</Title>
      <ol className={classes.lines}>
        {alert.history.map((entry) => {
          const { what, who, at, detail } = entryText(entry, people, language, currency);
          return (
            <li key={entry.seq} value={entry.seq + 1}>
              <strong>{what}</strong> <span className="soft">{`${at} · ${who}`}</span>
              {detail !== '' && <div>{detail}</div>}
              <div className={classes.hash}>SHA-256 {entry.hash.slice(0, 16)}…</div>
            </li>
          );
        })}
      </ol>
    </Stack>
  );
}
