import { OBJECTIVES, type Objective, type ObjectiveValues } from '@aftermine/science/plan';
import { Alert, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { programmeQuery } from '../../api/programme-query.ts';
import { commandLine } from '../../api/run-verb.ts';
import { useTexts } from '../../app/language.ts';
import { CopyCommand } from '../../parts/copy-command.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSay } from '../../parts/use-say.ts';
import { useCompareView } from './compare-view.ts';
import { ConsequenceTable } from './consequence-table.tsx';
import { DifferencePanel } from './difference-panel.tsx';
import { FrontCharts } from './front-charts.tsx';
import { optionName } from './option-name.ts';
import { OptionPanel } from './option-panel.tsx';
import { planOptions } from './plan-options.ts';
import { type RankMethod, rankOptions } from './rank-options.ts';
import { RankPanel } from './rank-panel.tsx';
import { RiskPanel } from './risk-panel.tsx';
import { RunStep } from './run-step.tsx';
import { usePlan } from './use-plan.ts';

const FRONT = { verb: 'plan front' } as const;

/** Plans side by side: first what each brings, as a table; then pictures, weights, and where two of them differ. */
export function ComparePage() {
  const { t } = useTexts();
  const say = useSay();
  const { id, project, step, plan, words, error, retry } = usePlan();
  const hasSeason = project.data?.steps.some((one) => one.step === 'season' && one.state !== 'missing');
  const programme = useQuery({
    ...programmeQuery(id),
    enabled: hasSeason === true,
  });
  const [own, setOwn] = useState<Partial<ObjectiveValues>>({});
  const [method, setMethod] = useState<RankMethod>('topsis');
  const weights = useMemo<ObjectiveValues | null>(
    () =>
      plan === null || plan === undefined
        ? null
        : (Object.fromEntries(OBJECTIVES.map((one) => [one, own[one] ?? plan.weights[one]])) as Record<
            Objective,
            number
          >),
    [plan, own],
  );
  const options = useMemo(
    () => (plan === null || plan === undefined ? [] : planOptions(plan, programme.data?.plan ?? null)),
    [plan, programme.data],
  );
  const bands = useMemo(
    () =>
      weights === null
        ? []
        : rankOptions(
            options.map(({ values }) => values),
            weights,
            method,
          ),
    [options, weights, method],
  );
  const view = useCompareView(useMemo(() => options.map(({ key }) => key), [options]));
  if (error !== null) return <ProblemNote error={error} onRetry={() => void retry()} />;
  if (project.data === undefined || plan === undefined || step === null) return <PageSkeleton />;
  const run = (
    <RunStep
      project={id}
      dir={project.data.dir}
      request={FRONT}
      label={t(plan?.front == null ? 'compare.front-first' : 'compare.front')}
      quiet={plan?.front != null}
      {...(programme.data == null ? {} : { caution: t('plan.caution-adopted') })}
    />
  );
  if (plan === null || words === null || weights === null)
    return (
      <>
        <PageHead title={t('compare.title')} />
        <EmptyState title={t('compare.empty')}>{t('compare.empty-why')}</EmptyState>
      </>
    );
  const shared = { plan, words, options, bands, view };
  const compared = [...view.pinned].filter((key) => !['this', 'force', 'nothing'].includes(key));
  return (
    <>
      <PageHead
        title={t('compare.title')}
        sentence={t('compare.sentence', {
          count: options.length,
          live: options.filter(({ dominatedBy }) => dominatedBy === null).length,
        })}
        actions={run}
      />
      {step.state === 'stale' && (
        <Alert color="orange" role="status" mb="sm" title={t('plan.stale')}>
          {say(step.key, step.params)}
        </Alert>
      )}
      {plan.front === null && (
        <Alert color="blue" role="status" mb="sm">
          {t('compare.no-front')}
        </Alert>
      )}
      <Stack gap="xl">
        <section>
          <ConsequenceTable {...shared} />
          <CopyCommand line={commandLine(project.data.dir, { verb: 'plan compare', args: compared })} />
        </section>
        {view.picked !== null && (
          <OptionPanel
            {...shared}
            option={options.find(({ key }) => key === view.picked)!}
            name={(key) => optionName(key, say, t)}
          />
        )}
        <FrontCharts {...shared} />
        <RankPanel
          {...shared}
          weights={weights}
          isOwn={Object.keys(own).length > 0}
          method={method}
          onMethod={setMethod}
          onWeight={(one, value) => setOwn({ ...own, [one]: value })}
          onReset={() => setOwn({})}
        />
        <DifferencePanel {...shared} project={project.data} />
        <RiskPanel plan={plan} words={words} />
      </Stack>
    </>
  );
}
