import { Alert, Tabs, Text } from '@mantine/core';
import { useTexts } from '../../app/language.ts';
import { useView } from '../../app/use-view.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSay } from '../../parts/use-say.ts';
import { AdoptedNote } from './adopted-note.tsx';
import { Coded } from './coded.tsx';
import { ConflictPanel } from './conflict-panel.tsx';
import { FiguresPanel } from './figures-panel.tsx';
import { LibraryPanel } from './library-panel.tsx';
import { LimitsPanel } from './limits-panel.tsx';
import { hasChoices, planSentence, statusSentence } from './plan-sentence.ts';
import { PlanUnits } from './plan-units.tsx';
import { RunStep } from './run-step.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import { StandingBar } from './standing-bar.tsx';
import { usePlan } from './use-plan.ts';

const SOLVE = { verb: 'plan solve' } as const;
const TABS = ['units', 'settings', 'library', 'limits', 'figures'] as const;

/** What is to be done on each unit and why, the settings that decide, the library, and what bounds the plan. */
export function PlanPage() {
  const { t } = useTexts();
  const say = useSay();
  const [{ tab }, setView] = useView();
  const { id, project, step, plan, words, record, standing, besideStanding, programme, error, retry } =
    usePlan();
  if (error !== null) return <ProblemNote error={error} onRetry={() => void retry()} />;
  if (project.data === undefined || plan === undefined || step === null) return <PageSkeleton />;
  const isDiagnosed = project.data.steps.some((one) => one.step === 'diagnose' && one.state !== 'missing');
  const isStale = step.state === 'stale';
  const run = (
    <RunStep
      project={id}
      dir={project.data.dir}
      request={SOLVE}
      label={t(plan === null ? 'plan.solve-first' : 'plan.solve')}
      quiet={plan !== null && !isStale}
      {...(programme.data == null ? {} : { note: t('plan.note-adopted') })}
    />
  );
  const open = TABS.find((one) => one === tab) ?? 'units';
  return (
    <>
      <PageHead
        title={t('plan.title')}
        {...(words === null || plan === null ? {} : { sentence: planSentence(plan, words, say) })}
        actions={run}
      />
      <StandingBar standing={standing} beside={besideStanding} />
      {isStale && (
        <Alert color="orange" role="status" mb="sm" title={t('plan.stale')}>
          {say(step.key, step.params)} {t('plan.stale-next')}
        </Alert>
      )}
      {standing?.kind === 'force' && <AdoptedNote project={id} />}
      {plan !== null && words !== null && (
        <>
          <Text size="sm" mb="xs">
            {statusSentence(plan, words.language, say)}
          </Text>
          {plan.notes
            // The bar above says it already.
            .filter(({ key }) => key !== 'plan-note.programme-in-force')
            .map(({ key, params }) => (
              <Text key={`${key}${JSON.stringify(params)}`} size="sm" className="soft">
                <Coded>{say(key, words.params(params))}</Coded>
              </Text>
            ))}
          {!hasChoices(plan) && <ConflictPanel plan={plan} words={words} />}
        </>
      )}
      <Tabs
        value={open}
        onChange={(next) => setView({ tab: next ?? 'units' }, true)}
        keepMounted={false}
        mt="sm"
      >
        <Tabs.List mb="md">
          {TABS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`plan.tab.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="units">
          {plan === null || words === null ? (
            <EmptyState title={t('plan.empty')} action={isDiagnosed ? run : undefined}>
              {t(isDiagnosed ? 'plan.empty-why' : 'plan.empty-diagnose')}
            </EmptyState>
          ) : (
            <PlanUnits project={project.data} plan={plan} words={words} record={record} />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="settings">
          <SettingsPanel project={project.data} plan={plan} />
        </Tabs.Panel>
        <Tabs.Panel value="library">
          <LibraryPanel project={id} />
        </Tabs.Panel>
        <Tabs.Panel value="limits">
          {plan !== null && words !== null && <LimitsPanel plan={plan} words={words} />}
        </Tabs.Panel>
        <Tabs.Panel value="figures">
          {plan !== null && words !== null && <FiguresPanel plan={plan} words={words} />}
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
