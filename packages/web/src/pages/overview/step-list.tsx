import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconClockHour4, IconRefreshAlert } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { CommandRequest, ProjectDetail } from 'aftermine/contract';
import { useTexts } from '../../app/language.ts';
import { useSay } from '../../parts/use-say.ts';
import { RunStep } from '../plan/run-step.tsx';
import { useRunning } from './making-note.tsx';
import { nextStep, STEP_PAGES, type Step } from './next-step.ts';
import classes from './overview.module.css';

const MARKS = {
  done: { Icon: IconCircleCheck, colour: 'var(--good)' },
  stale: { Icon: IconRefreshAlert, colour: 'var(--warn)' },
  missing: { Icon: IconCircleDashed, colour: 'var(--ink-soft)' },
  waiting: { Icon: IconClockHour4, colour: 'var(--ink-soft)' },
} as const;

const REQUESTS: Readonly<Partial<Record<Step['step'], CommandRequest>>> = {
  observe: { verb: 'observe' },
  diagnose: { verb: 'diagnose' },
  plan: { verb: 'plan solve' },
  season: { verb: 'season' },
};

/** The five steps with their state, the reason of it, and the button that makes each. */
export function StepList({
  project,
  skip = [],
}: {
  readonly project: ProjectDetail;
  /** Steps whose button stands elsewhere on the page. */
  readonly skip?: readonly Step['step'][];
}) {
  const { t } = useTexts();
  const say = useSay();
  // The demonstration makes every step itself.
  const isMaking = useRunning(project.id)?.verb === 'demo';
  const next = isMaking ? null : nextStep(project.steps, project.openAlerts);
  const base = `/p/${encodeURIComponent(project.id)}`;
  const stateOf = (step: Step['step']): Step['state'] =>
    project.steps.find((one) => one.step === step)?.state ?? 'missing';
  const before = {
    observe: null,
    diagnose: 'observe',
    plan: 'diagnose',
    season: 'plan',
    report: null,
  } as const;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="steps">
      <Title order={2} size="h3" id="steps" mb="xs">
        {t('overview.steps')}
      </Title>
      <Stack component="ol" gap={0} m={0} p={0} style={{ listStyle: 'none' }}>
        {project.steps.map(({ step, state, key, params }) => {
          const { Icon, colour } = MARKS[state];
          const request = REQUESTS[step];
          const needed = before[step];
          const canRun =
            request !== undefined &&
            !isMaking &&
            !skip.includes(step) &&
            (needed === null || stateOf(needed) !== 'missing') &&
            (step !== 'season' || (state !== 'done' && state !== 'waiting'));
          return (
            <li key={step} className={classes.step} data-next={step === next || undefined}>
              <Group gap={8} wrap="nowrap" align="flex-start">
                <Icon size={18} color={colour} aria-hidden style={{ flexShrink: 0, marginTop: 2 }} />
                <div style={{ minWidth: 0 }}>
                  <Text size="sm">
                    <b>{t(`overview.step.${step}`)}</b> ·{' '}
                    {t(isMaking && state !== 'done' ? 'overview.waits' : `overview.state.${state}`)}{' '}
                    <Anchor
                      component={Link}
                      to={`${base}${STEP_PAGES[step]}` as never}
                      size="sm"
                      ml={4}
                      underline="always"
                    >
                      {t('overview.look')}
                      <span className={classes.hidden}> {t(`overview.step.${step}`)}</span>
                    </Anchor>
                  </Text>
                  <Text size="xs" className="soft" style={{ overflowWrap: 'anywhere' }}>
                    {!(isMaking && state !== 'done') && say(key, shortPath(params))}
                  </Text>
                </div>
              </Group>
              {canRun && (
                <RunStep
                  project={project.id}
                  dir={project.dir}
                  request={request}
                  label={t(`overview.run.${step}`)}
                  quiet={step !== next}
                />
              )}
            </li>
          );
        })}
      </Stack>
    </Paper>
  );
}

/** The folder of the project is known; its name is enough. */
function shortPath(params: Step['params']): Step['params'] {
  const { path } = params;
  return typeof path === 'string' ? { ...params, path: path.split(/[\\/]/).at(-1) ?? path } : params;
}
