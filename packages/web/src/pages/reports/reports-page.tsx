import { Button, SimpleGrid, Stack, Tabs, Title, Tooltip } from '@mantine/core';
import { IconFileZip } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ProjectDetail, ReportList } from 'aftermine/contract';
import { projectPath } from '../../api/ask.ts';
import { projectQuery } from '../../api/resources.ts';
import { commandLine } from '../../api/run-verb.ts';
import { useTexts } from '../../app/language.ts';
import { useProjectId, useView } from '../../app/use-view.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ExportPanel } from './export-panel.tsx';
import { reportsQuery } from './report-data.ts';
import { ReportFiles } from './report-files.tsx';
import { TemplateCard } from './template-card.tsx';

/** What leaves the project: reports, workbooks, layers, and all of it as one bundle. */
export function ReportsPage() {
  const id = useProjectId();
  const project = useQuery(projectQuery(id));
  const list = useQuery(reportsQuery(id));
  if (project.data !== undefined && list.data !== undefined)
    return <Reports project={project.data} list={list.data} />;
  const error = project.error ?? list.error;
  return error === null ? (
    <PageSkeleton />
  ) : (
    <ProblemNote error={error} onRetry={() => void list.refetch()} />
  );
}

function Reports({ project, list }: { readonly project: ProjectDetail; readonly list: ReportList }) {
  const { t } = useTexts();
  const [view, setView] = useView();
  return (
    <>
      <PageHead
        title={t('nav.reports')}
        sentence={t('reports.sentence')}
        line={commandLine(project.dir, { verb: 'report', args: ['observation'] })}
        actions={
          <Tooltip label={t('reports.bundle-why')} multiline maw={320}>
            <Button
              component="a"
              href={projectPath(project.id, '/reports/bundle.zip')}
              download={`${project.id}.zip`}
              variant="default"
              leftSection={<IconFileZip size={16} aria-hidden />}
            >
              {t('reports.bundle')}
            </Button>
          </Tooltip>
        }
      />
      <Tabs
        value={view.tab ?? 'reports'}
        onChange={(next) => setView({ tab: next ?? 'reports' }, true)}
        keepMounted={false}
      >
        <Tabs.List mb="sm">
          <Tabs.Tab value="reports">{t('reports.tab.reports')}</Tabs.Tab>
          <Tabs.Tab value="exports">{t('reports.tab.exports')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="reports">
          <Stack gap="md">
            <Title order={2}>{t('reports.templates')}</Title>
            <SimpleGrid cols={{ base: 1, sm: 2, xl: 3 }} spacing="sm">
              {list.templates.map((template) => (
                <TemplateCard
                  key={template.id}
                  project={project}
                  template={template}
                  reports={list.reports}
                  onMade={(key) => setView({ key })}
                />
              ))}
            </SimpleGrid>
            {list.reports.length === 0 ? (
              <EmptyState title={t('reports.none')}>{t('reports.none-why')}</EmptyState>
            ) : (
              <ReportFiles project={project} reports={list.reports} />
            )}
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="exports">
          <ExportPanel project={project} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
