import { AppShell, Badge, Burger, Group, NavLink, ScrollArea, SegmentedControl, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { jobsQuery, projectQuery } from '../api/resources.ts';
import { JobToasts } from '../parts/job-toasts.tsx';
import { projectName } from '../parts/project-name.ts';
import { ServerState } from '../parts/server-state.tsx';
import { type Language, setLanguage, useTexts } from './language.ts';
import mark from './mark.svg';
import { SECTIONS } from './sections.ts';
import { useFocusInSight } from './use-focus-in-sight.ts';
import { useProjectId } from './use-view.ts';

/** The frame of every page: where one is, what runs, which language. */
export function Shell() {
  const { t, language } = useTexts();
  const [open, { toggle, close }] = useDisclosure(false);
  const project = useProjectId();
  useFocusInSight();
  const jobs = useQuery(jobsQuery);
  const active = jobs.data?.filter(({ status }) => status === 'running' || status === 'accepted').length ?? 0;
  return (
    <AppShell
      header={{ height: 48 }}
      padding="md"
      {...(project === ''
        ? {}
        : { navbar: { width: 208, breakpoint: 'md', collapsed: { mobile: !open, desktop: false } } })}
    >
      <a className="skip-link" href="#content">
        {t('shell.skip')}
      </a>
      <AppShell.Header>
        <Group h="100%" px="sm" gap="sm" wrap="nowrap" justify="space-between">
          <Group gap="xs" wrap="nowrap" miw={0}>
            {project !== '' && (
              <Burger opened={open} onClick={toggle} hiddenFrom="md" size="sm" aria-label={t('shell.menu')} />
            )}
            <Link to="/" aria-label={t('shell.home')}>
              <img src={mark} width={26} height={26} alt="Aftermine" />
            </Link>
            <ProjectName project={project} />
          </Group>
          <Group gap="xs" wrap="nowrap">
            <Text component={Link} to="/runs" size="sm" c="land.8" visibleFrom="xs">
              {t('shell.runs')}
            </Text>
            {active > 0 && (
              <Badge
                component={Link}
                to="/runs"
                variant="filled"
                aria-label={t('shell.runs-active', { count: active })}
              >
                {active}
              </Badge>
            )}
            <Text component={Link} to="/settings" size="sm" c="land.8" visibleFrom="xs">
              {t('shell.settings')}
            </Text>
            <SegmentedControl
              size="xs"
              aria-label={t('shell.language')}
              value={language}
              onChange={(next) => void setLanguage(next as Language)}
              data={[
                { value: 'zh', label: '中文' },
                { value: 'en', label: 'EN' },
              ]}
            />
          </Group>
        </Group>
      </AppShell.Header>
      {project !== '' && (
        <AppShell.Navbar p={4} aria-label={t('shell.steps')}>
          <ProjectNav project={project} onPick={close} />
        </AppShell.Navbar>
      )}
      <AppShell.Main id="content" tabIndex={-1}>
        <ServerState />
        <JobToasts />
        <div className="page">
          <Outlet />
        </div>
      </AppShell.Main>
    </AppShell>
  );
}

function ProjectName({ project }: { readonly project: string }) {
  const { language } = useTexts();
  const { data } = useQuery({ ...projectQuery(project), enabled: project !== '' });
  return (
    <Text fw={600} truncate>
      {project === '' ? 'Aftermine' : data === undefined ? project : projectName(data, language)}
    </Text>
  );
}

function ProjectNav({ project, onPick }: { readonly project: string; readonly onPick: () => void }) {
  const { t } = useTexts();
  const { pathname } = useLocation();
  const { data } = useQuery(projectQuery(project));
  const base = `/p/${encodeURIComponent(project)}`;
  return (
    <ScrollArea>
      {SECTIONS.map(({ title, pages }) => (
        <div key={title}>
          <Text size="xs" className="soft" px="xs" pt="sm" pb={2}>
            {t(title)}
          </Text>
          {pages.map(({ path, label }) => {
            const here =
              decodeURI(pathname).replace(/\/$/, '') === decodeURI(`${base}${path}`).replace(/\/$/, '');
            return (
              <NavLink
                key={path}
                component={Link}
                to={`${base}${path}` as never}
                search={
                  ((before: { unit?: string }) =>
                    before.unit === undefined ? {} : { unit: before.unit }) as never
                }
                activeOptions={{ exact: true, includeSearch: false }}
                label={t(label)}
                active={here}
                aria-current={here ? 'page' : undefined}
                onClick={onPick}
                py={5}
                rightSection={
                  path === '/alerts' && (data?.openAlerts ?? 0) > 0 ? (
                    <Badge size="sm" variant="filled" color="#a34400">
                      {data!.openAlerts}
                    </Badge>
                  ) : null
                }
              />
            );
          })}
        </div>
      ))}
    </ScrollArea>
  );
}
