import { queryOptions } from '@tanstack/react-query';
import type { Job, ProjectCard, ProjectDetail, UnitPage } from 'aftermine/contract';
import { askJson, projectPath } from './ask.ts';

/** Every key of a project's data begins with this, so that one call renews them all. */
export const projectKey = (project: string): readonly string[] => ['project', project];

export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: () =>
    askJson<{ version: string; workspace: string; language: string; uptimeS: number }>('/api/health'),
});

export const projectsQuery = queryOptions({
  queryKey: ['projects'],
  queryFn: async () => (await askJson<{ projects: ProjectCard[] }>('/api/projects')).projects,
});

export const jobsQuery = queryOptions({
  queryKey: ['jobs'],
  queryFn: async () => (await askJson<{ jobs: Job[] }>('/api/jobs')).jobs,
  refetchInterval: ({ state }) =>
    state.data?.some(({ status }) => status === 'running' || status === 'accepted') ? 1000 : 5000,
});

export const projectQuery = (project: string) =>
  queryOptions({
    queryKey: [...projectKey(project), 'detail'],
    queryFn: () => askJson<ProjectDetail>(projectPath(project)),
  });

/** All units of a project in one go: 50,000 rows are a few megabytes. */
export const unitsQuery = (project: string) =>
  queryOptions({
    queryKey: [...projectKey(project), 'units'],
    queryFn: () => askJson<UnitPage>(projectPath(project, '/units?limit=0')),
  });

/** Any other resource of a project, by its path: `/diagnosis`, `/units/U17`, `/seasons/2031`. */
export const partQuery = <T>(project: string, path: string) =>
  queryOptions({
    queryKey: [...projectKey(project), path],
    queryFn: () => askJson<T>(projectPath(project, path)),
  });
