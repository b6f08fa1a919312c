import { Group, Select, Stack, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { partQuery, projectKey, projectsQuery } from '../../api/resources.ts';
import { verbQuery } from '../../api/verb-query.ts';
import { useTexts } from '../../app/language.ts';
import { useView } from '../../app/use-view.ts';
import { CopyCommand } from '../../parts/copy-command.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { projectName } from '../../parts/project-name.ts';
import { Section } from '../import/section.tsx';
import { DiskUse } from './disk-use.tsx';
import type { Schema } from './schema-fields.ts';
import type { KeptSettings } from './setting-field.tsx';
import { SettingsFile } from './settings-file.tsx';
import { SettingsForm } from './settings-form.tsx';

/** The settings of a project as a form made from their published schema. The project is that of `key` in the address. */
export function ProjectSettings() {
  const { t, language } = useTexts();
  const [{ key = '' }, setView] = useView();
  const projects = useQuery(projectsQuery);
  const ids = projects.data?.filter(({ problem }) => problem === null) ?? [];
  const picked = ids.find((one) => one.id === key) ?? ids[0];
  const id = picked?.id ?? '';
  return (
    <Section title={t('settings.project')} why={t('settings.project-why')}>
      <Select
        label={t('settings.which')}
        data={ids.map((one) => ({ value: one.id, label: projectName(one, language) }))}
        value={id === '' ? null : id}
        allowDeselect={false}
        onChange={(next) => next !== null && setView({ key: next })}
        maw={360}
      />
      {picked !== undefined && (
        <>
          <DiskUse key={`disk ${id}`} project={picked} />
          <Form key={id} project={id} />
        </>
      )}
    </Section>
  );
}

function Form({ project }: { readonly project: string }) {
  const { t, language } = useTexts();
  const [{ tab }, setView] = useView();
  // The schema comes with its words, so that each language has its own.
  const schema = useQuery({
    ...verbQuery<Schema>(project, { verb: 'schema' }),
    queryKey: [...projectKey(project), 'schema', language],
  });
  const kept = useQuery(partQuery<KeptSettings>(project, '/settings'));
  if (schema.error !== null || kept.error !== null) return <ProblemNote error={schema.error ?? kept.error} />;
  if (schema.data === undefined || kept.data === undefined) return <PageSkeleton rows={3} />;
  return (
    <Tabs
      value={tab === 'file' ? 'file' : 'form'}
      onChange={(next) => setView({ tab: next === 'file' ? 'file' : undefined })}
    >
      <Tabs.List>
        <Tabs.Tab value="form">{t('settings.tab.form')}</Tabs.Tab>
        <Tabs.Tab value="file">{t('settings.tab.file')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="form" pt="sm">
        <Stack gap="sm">
          <Group>
            <CopyCommand line="aftermine schema settings" />
          </Group>
          <SettingsForm project={project} schema={schema.data} kept={kept.data} />
        </Stack>
      </Tabs.Panel>
      <Tabs.Panel value="file" pt="sm">
        <SettingsFile project={project} kept={kept.data} />
      </Tabs.Panel>
    </Tabs>
  );
}
