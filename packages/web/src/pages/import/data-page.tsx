import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { projectQuery } from '../../api/resources.ts';
import { commandLine } from '../../api/run-verb.ts';
import { useTexts } from '../../app/language.ts';
import { useProjectId } from '../../app/use-view.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { NoUnits } from '../overview/no-units.tsx';
import { StepList } from '../overview/step-list.tsx';
import { AddFiles } from './add-files.tsx';
import { CheckFindings } from './check-findings.tsx';
import { ObservePanel } from './observe-panel.tsx';
import { ProjectFiles } from './project-files.tsx';
import { ProposePanel } from './propose-panel.tsx';

/** The data of a project: its files, what is wrong with them, what is added, and the long work that begins from here. */
export function DataPage() {
  const { t } = useTexts();
  const id = useProjectId();
  const project = useQuery(projectQuery(id));
  if (project.error !== null)
    return <ProblemNote error={project.error} onRetry={() => void project.refetch()} />;
  if (project.data === undefined) return <PageSkeleton />;
  return (
    <>
      <PageHead
        title={t('data.title')}
        sentence={t('data.sentence')}
        line={commandLine(project.data.dir, { verb: 'check' })}
      />
      <Stack>
        <NoUnits project={project.data} />
        <CheckFindings project={project.data} />
        <ProjectFiles project={project.data} />
        <AddFiles project={project.data} />
        <ObservePanel project={project.data} />
        <StepList project={project.data} skip={['observe']} />
        <ProposePanel project={project.data} />
      </Stack>
    </>
  );
}
