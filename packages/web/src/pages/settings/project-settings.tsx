import { Group, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { partQuery, projectsQuery } from '../../api/resources.ts';
import { verbQuery } from '../../api/verb-query.ts';
import { useTexts } from '../../app/language.ts';
import { useView } from '../../app/use-view.ts';
import { CopyCommand } from '../../parts/copy-command.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Section } from '../import/section.tsx';
import { DiskUse } from './disk-use.tsx';
import { fieldsOf, type Schema } from './schema-fields.ts';
import { type KeptSettings, SettingField } from './setting-field.tsx';

/** The settings of a project as a form made from their published schema. The project is that of `key` in the address. */
export function ProjectSettings() {
  const { t } = useTexts();
  const [{ key = '' }, setView] = useView();
  const projects = useQuery(projectsQuery);
  const ids = projects.data?.filter(({ problem }) => problem === null) ?? [];
  const picked = ids.find((one) => one.id === key) ?? ids[0];
  const id = picked?.id ?? '';
  return (
    <Section title={t('settings.project')} why={t('settings.project-why')}>
      <Select
        label={t('settings.which')}
        data={ids.map((one) => ({ value: one.id, label: one.name }))}
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
  const { t } = useTexts();
  const [words, setWords] = useState('');
  const schema = useQuery(verbQuery<Schema>(project, { verb: 'schema' }));
  const kept = useQuery(partQuery<KeptSettings>(project, '/settings'));
  if (schema.error !== null || kept.error !== null) return <ProblemNote error={schema.error ?? kept.error} />;
  if (schema.data === undefined || kept.data === undefined) return <PageSkeleton rows={3} />;
  const fields = fieldsOf(schema.data).filter(({ path, schema: one }) =>
    `${path.join('.')} ${one.description ?? ''}`.toLowerCase().includes(words.trim().toLowerCase()),
  );
  const groups = [...new Set(fields.map(({ path }) => (path.length > 1 ? path[0]! : '')))];
  return (
    <>
      <TextInput
        label={t('settings.find')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        maw={360}
      />
      <Group>
        <CopyCommand line="aftermine schema settings" />
      </Group>
      {groups.map((group) => (
        <details key={group} open={group === '' || words !== ''}>
          <summary>{group === '' ? t('settings.general') : group}</summary>
          <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} mt="xs">
            {fields
              .filter(({ path }) => (path.length > 1 ? path[0] : '') === group)
              .map((field) => (
                <SettingField key={field.path.join('.')} project={project} field={field} kept={kept.data} />
              ))}
          </SimpleGrid>
        </details>
      ))}
    </>
  );
}
