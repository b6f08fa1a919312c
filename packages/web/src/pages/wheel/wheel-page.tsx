import { seasonHeadline } from '@aftermine/science/report/season';
import { Button, Tabs, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ProjectDetail } from 'aftermine/contract';
import { useCallback, useMemo } from 'react';
import { projectQuery } from '../../api/resources.ts';
import { commandLine } from '../../api/run-verb.ts';
import { useTexts } from '../../app/language.ts';
import { useProjectId, useView } from '../../app/use-view.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { moneyText } from '../../parts/numbers.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ChangesTab } from './changes-tab.tsx';
import { LearnedTab } from './learned-tab.tsx';
import { PolicyTab } from './policy-tab.tsx';
import { ScorecardTab } from './scorecard-tab.tsx';
import { Seasons } from './season-context.ts';
import { type KeptSeason, useSeason, useSeasonYears } from './season-data.ts';
import { SeasonScrubber } from './season-scrubber.tsx';
import { UnitsTab } from './units-tab.tsx';
import { WheelsTab } from './wheels-tab.tsx';
import { WorthTab } from './worth-tab.tsx';

const TABS = {
  wheels: WheelsTab,
  scorecard: ScorecardTab,
  units: UnitsTab,
  changes: ChangesTab,
  learned: LearnedTab,
  worth: WorthTab,
  policy: PolicyTab,
} as const;
type Tab = keyof typeof TABS;

/** The season: wheels, scorecard, units, what changes, what was learned, and what steering is worth. */
export function WheelPage() {
  const project = useQuery(projectQuery(useProjectId()));
  const years = useSeasonYears(useProjectId());
  const { t } = useTexts();
  if (project.data === undefined || years.data === undefined) {
    const error = project.error ?? years.error;
    return error === null ? <PageSkeleton /> : <ProblemNote error={error} />;
  }
  if (years.data.years.length > 0) return <Season project={project.data} years={years.data.years} />;
  return (
    <>
      <PageHead title={t('nav.wheel')} sentence={t('wheel.sentence')} />
      <EmptyState
        title={t('wheel.empty.title')}
        action={
          <Button component={Link} to={`/p/${encodeURIComponent(project.data.id)}/alerts` as never}>
            {t('wheel.empty.button')}
          </Button>
        }
      >
        {t('wheel.empty.text')}
      </EmptyState>
    </>
  );
}

function Season({ project, years }: { readonly project: ProjectDetail; readonly years: readonly number[] }) {
  const { t } = useTexts();
  const [view, setView] = useView();
  const year = view.year !== undefined && years.includes(view.year) ? view.year : years.at(-1)!;
  const beforeYear = years[years.indexOf(year) - 1];
  const season = useSeason(project.id, year);
  const before = useSeason(project.id, beforeYear);
  const kept = season.data;
  const context = useMemo(
    () =>
      kept === undefined
        ? null
        : { project, season: kept, before: beforeYear === undefined ? null : before.data, years },
    [project, kept, before.data, beforeYear, years],
  );
  const toYear = useCallback((next: number) => setView({ year: next }), [setView]);
  const tab: Tab = view.tab !== undefined && view.tab in TABS ? (view.tab as Tab) : 'wheels';
  const Shown = TABS[tab];
  return (
    <>
      <PageHead
        title={t('nav.wheel')}
        sentence={t('wheel.sentence')}
        line={commandLine(project.dir, { verb: 'report', args: ['season'], options: { year } })}
      />
      <SeasonScrubber years={years} year={year} onYear={toYear} />
      {context === null ? (
        season.isError ? (
          <ProblemNote error={season.error} onRetry={() => void season.refetch()} />
        ) : (
          <PageSkeleton />
        )
      ) : (
        <Seasons.Provider value={context}>
          <Headline season={context.season} />
          <Tabs value={tab} onChange={(next) => setView({ tab: next ?? 'wheels' }, true)} keepMounted={false}>
            <Tabs.List mb="sm">
              {(Object.keys(TABS) as Tab[]).map((one) => (
                <Tabs.Tab key={one} value={one}>
                  {t(`wheel.tab.${one}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <Tabs.Panel value={tab}>
              <Shown />
            </Tabs.Panel>
          </Tabs>
        </Seasons.Provider>
      )}
    </>
  );
}

function Headline({ season }: { readonly season: KeptSeason }) {
  const { language } = useTexts();
  const { sentences } = seasonHeadline(season as never, language, (amount) =>
    moneyText(amount, season.currency, language),
  );
  return (
    <Text mb="sm" role="status">
      {sentences.join(language === 'zh' ? '' : ' ')}
    </Text>
  );
}
