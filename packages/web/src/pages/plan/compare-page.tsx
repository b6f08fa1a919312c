import { OBJECTIVES, type Objective, type ObjectiveValues } from '@aftermine/science/plan';
import { standingText } from '@aftermine/science/report/plan';
import { Alert, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
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
import { isComparable, planOptions } from './plan-options.ts';
import { type RankMethod, rankComparable } from './rank-options.ts';
import { RankPanel } from './rank-panel.tsx';
import { RiskPanel } from './risk-panel.tsx';
import { RunStep } from './run-step.tsx';
import { usePlan } from './use-plan.ts';

const FRONT = { verb: 'plan front' } as const;

/** Plans side by side: first what each brings, as a table; then pictures, weights, and where two of them differ. */
export function ComparePage() {
  const { t, language } = useTexts();
  const say = useSay();
  const { id, project, step, plan, words, standing, inForce, error, retry } = usePlan({ compares: true });
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
    () => (plan === null || plan === undefined ? [] : planOptions(plan, inForce)),
    [plan, inForce],
  );
  const bands = useMemo(
    () => (weights === null ? [] : rankComparable(options, weights, method)),
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
      {...(inForce === null ? {} : { note: t('plan.note-adopted') })}
    />
  );
  if (plan === null || words === null || weights === null)
    return (
      <>
        <PageHead title={t('compare.title')} />
        <EmptyState title={t('compare.empty')}>{t('compare.empty-why')}</EmptyState>
      </>
    );
  const shared = { plan, words, options, bands, view, standing };
  const compared = [...view.pinned].filter((key) => !['this', 'force', 'nothing'].includes(key));
  return (
    <>
      <PageHead
        title={t('compare.title')}
        sentence={t('compare.sentence', {
          count: options.length,
          live: options.filter((one) => isComparable(one) && one.dominatedBy === null).length,
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
      {standing !== null && (
        <Text size="sm" mb="sm">
          {standingText(standing, language)}
          {standing.kind !== 'force' && ` ${say('plan-compare.force-note')}`}
        </Text>
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
            name={(key) => optionName(key, say, t, standing)}
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
