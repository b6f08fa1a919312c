import { Alert, Anchor, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Job } from 'aftermine/contract';
import { useJob } from '../../api/follow-job.ts';
import { useTexts } from '../../app/language.ts';
import { JobProgress } from '../../parts/job-progress.tsx';
import { momentText } from '../../parts/numbers.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { LiveLog } from './live-log.tsx';
import { outcomeOf } from './outcome.ts';
import classes from './runs.module.css';

/** One run: how far, when, its log, and what came of it. */
export function RunSheet({ listed }: { readonly listed: Job }) {
  const { t, language } = useTexts();
  const { job: followed, error } = useJob(listed.id, listed.status);
  const job = followed ?? listed;
  const outcome = outcomeOf(job);
  return (
    <Paper withBorder p="md" component="section" aria-label={`${job.verb} ${job.project}`}>
      <Stack gap="sm">
        <JobProgress job={job} />
        {error !== null && (
          <Text size="sm" role="status">
            {t('runs.lost')}
          </Text>
        )}
        {job.status === 'accepted' && <Text size="sm">{t('runs.waits')}</Text>}
        {job.attempts > 1 && (
          <Alert color="blue" role="status">
            {t('runs.again', { count: job.attempts })}
          </Alert>
        )}
        <dl className={classes.facts}>
          <dt>{t('runs.project')}</dt>
          <dd>
            <Anchor component={Link} to={`/p/${encodeURIComponent(job.project)}` as never} size="sm">
              {job.project}
            </Anchor>
          </dd>
          {(['created', 'started', 'finished'] as const).map((moment) => (
            <Moment key={moment} label={t(`runs.${moment}`)} value={momentText(job[moment], language)} />
          ))}
        </dl>
        {outcome.problem !== null && <ProblemNote error={outcome.problem} />}
        {job.status === 'successful' && (
          <div>
            <Title order={3}>{t('runs.result')}</Title>
            <Text size="sm">{t('runs.done', { count: outcome.files })}</Text>
            {outcome.warnings.length > 0 && (
              <details>
                <summary>
                  {t('runs.warnings')} ({outcome.warnings.length})
                </summary>
                <ul className={classes.list}>
                  {[...new Set(outcome.warnings)].map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </details>
            )}
            <Anchor component={Link} to={`/p/${encodeURIComponent(job.project)}` as never} size="sm">
              {t('runs.open')}
            </Anchor>
          </div>
        )}
        <LiveLog lines={job.log} />
      </Stack>
    </Paper>
  );
}

function Moment({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}
