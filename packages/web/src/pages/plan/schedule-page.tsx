import type { SeasonResult } from '@aftermine/science/control';
import type { Library } from '@aftermine/science/plan';
import { planWords } from '@aftermine/science/report/plan';
import { Alert, SegmentedControl, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { partQuery } from '../../api/resources.ts';
import { useTexts } from '../../app/language.ts';
import { useView } from '../../app/use-view.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSay } from '../../parts/use-say.ts';
import { CashPanel } from './cash-panel.tsx';
import { Gantt } from './gantt.tsx';
import { MoveYear } from './move-year.tsx';
import { PlanActual } from './plan-actual.tsx';
import { ScheduleFiles } from './schedule-files.tsx';
import { HOLDING_FAMILIES, orderedTasks, type ScheduleOrder } from './schedule-rows.ts';
import { ScheduleTable } from './schedule-table.tsx';
import { StandingBar } from './standing-bar.tsx';
import { usePlan } from './use-plan.ts';
import { useSettingsDraft } from './use-settings-draft.ts';
import { withLibrary } from './with-library.ts';

const ORDERS: readonly ScheduleOrder[] = ['critical', 'unit', 'time'];

/** What is done when, what it costs in each year and who pays, and what has become of it. */
export function SchedulePage() {
  const { t, language } = useTexts();
  const say = useSay();
  const [{ unit = null, tab }, setView] = useView();
  const { id, project, step, plan, words, record, standing, besideStanding, programme, error, retry } =
    usePlan();
  const last = programme.data?.seasons.at(-1);
  const season = useQuery({
    ...partQuery<SeasonResult>(id, `/seasons/${last}`),
    enabled: last !== undefined,
  });
  const editor = useSettingsDraft(id);
  const library = useQuery(partQuery<Library>(id, '/library'));
  const isHolding = useMemo(() => {
    const held = new Set(
      library.data?.measures.filter(({ family }) => HOLDING_FAMILIES.includes(family)).map((one) => one.id),
    );
    return (measure: string): boolean => held.has(measure);
  }, [library.data]);
  const actualWords = useMemo(
    () =>
      plan == null || library.data === undefined
        ? null
        : planWords(withLibrary(plan, library.data), language),
    [plan, library.data, language],
  );
  const order = ORDERS.find((one) => one === tab) ?? 'critical';
  const tasks = useMemo(
    () => (plan === null || plan === undefined ? [] : orderedTasks(plan, order, isHolding)),
    [plan, order, isHolding],
  );
  if (error !== null) return <ProblemNote error={error} onRetry={() => void retry()} />;
  if (project.data === undefined || plan === undefined || step === null) return <PageSkeleton />;
  if (plan === null || words === null)
    return (
      <>
        <PageHead title={t('schedule.title')} />
        <EmptyState title={t('schedule.empty')}>{t('schedule.empty-why')}</EmptyState>
      </>
    );
  const planned = plan.units.filter(({ choice }) => choice !== null).length;
  const picked = plan.units.find((one) => one.id === unit) ?? null;
  const pick = (next: string): void => setView({ unit: next });
  return (
    <>
      <PageHead
        title={t('schedule.title')}
        sentence={t('schedule.sentence', {
          tasks: plan.schedule.length,
          units: planned,
          critical: plan.schedule.filter(({ critical }) => critical).length,
          first: String(plan.start),
          last: String(plan.start + plan.years - 1),
          cost: words.money.text(plan.totals.publicCost),
        })}
      />
      <StandingBar standing={standing} beside={besideStanding} />
      {step.state === 'stale' && (
        <Alert color="orange" role="status" mb="sm" title={t('plan.stale')}>
          {say(step.key, step.params)} {t('plan.stale-next')}
        </Alert>
      )}
      <Stack gap="lg">
        <ScheduleFiles project={project.data} plan={plan} words={words} tasks={tasks} record={record} />
        {tasks.length === 0 ? (
          <Text>{t('schedule.no-tasks')}</Text>
        ) : (
          <section aria-label={say('plan-page.schedule')}>
            <div className="scroll-box on-page">
              <SegmentedControl
                size="xs"
                mb={8}
                aria-label={t('schedule.order')}
                value={order}
                onChange={(next) => setView({ tab: next })}
                data={ORDERS.map((value) => ({ value, label: t(`schedule.order.${value}`) }))}
              />
            </div>
            <Gantt
              plan={plan}
              words={words}
              tasks={tasks}
              isHolding={isHolding}
              selected={unit}
              onPick={pick}
              editor={editor}
            />
            <CashPanel plan={plan} words={words} />
            <ScheduleTable plan={plan} words={words} tasks={tasks} selected={unit} onPick={pick} />
          </section>
        )}
        <MoveYear
          project={project.data}
          plan={plan}
          words={words}
          unit={picked}
          editor={editor}
          adopted={programme.data?.adopted.find((one) => one.unit === unit) ?? null}
        />
        {programme.data != null && (
          <PlanActual
            words={actualWords ?? words}
            plan={plan}
            programme={programme.data}
            season={season.data ?? null}
            selected={unit}
            onPick={pick}
          />
        )}
        <ProblemNote error={programme.error ?? season.error} />
      </Stack>
    </>
  );
}
