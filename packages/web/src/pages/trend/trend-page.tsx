import { joined, trendSentences } from '@aftermine/science/report/observation';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { projectQuery } from '../../api/resources.ts';
import { commandLine } from '../../api/run-verb.ts';
import { useTexts } from '../../app/language.ts';
import { useProjectId } from '../../app/use-view.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TrendView } from './trend-view.tsx';
import { useTrend } from './use-trend.ts';
import { ZoneAndIndex } from './zone-and-index.tsx';

/** What one piece of land did over the years, against its reference and its plan. */
export function TrendPage() {
  const { t, language } = useTexts();
  const id = useProjectId();
  const project = useQuery(projectQuery(id));
  const { view, setView, observation, state, error } = useTrend(project.data);
  const problem = project.error ?? error;
  if (problem !== null) return <ProblemNote error={problem} onRetry={() => void observation.refetch()} />;
  if (project.data === undefined) return <PageSkeleton />;
  if (!observation.isThere)
    return (
      <>
        <PageHead title={t('trend.title')} />
        <EmptyState
          title={t('trend.empty')}
          action={
            <Button component={Link} to={`/p/${encodeURIComponent(id)}/data` as never}>
              {t('trend.empty-action')}
            </Button>
          }
        >
          {t('trend.empty-text')}
        </EmptyState>
      </>
    );
  const isWaiting = state === null && (observation.isSmall || view.unit !== undefined);
  if (isWaiting) return <PageSkeleton />;
  return (
    <>
      <PageHead
        title={state === null ? t('trend.title') : t('trend.title-of', { zone: state.zone.label })}
        sentence={
          state === null
            ? t('trend.pick-unit')
            : joined(language, trendSentences(state.record, state.zone, state.index, language))
        }
        line={commandLine(project.data.dir, { verb: 'observe' })}
      />
      <ZoneAndIndex project={project.data} state={state} setView={setView} />
      {state !== null && (
        <TrendView
          project={project.data}
          state={state}
          year={view.year ?? null}
          tab={view.tab}
          setView={setView}
        />
      )}
    </>
  );
}
