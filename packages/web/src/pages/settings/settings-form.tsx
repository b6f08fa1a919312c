import { SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../app/language.ts';
import { type Field, fieldsOf, isFound, isPlain, type Schema } from './schema-fields.ts';
import { type KeptSettings, SettingField } from './setting-field.tsx';

/** All settings of a project under the headings of their schema; what is looked for opens. */
export function SettingsForm({
  project,
  schema,
  kept,
}: {
  readonly project: string;
  readonly schema: Schema;
  readonly kept: KeptSettings;
}) {
  const { t } = useTexts();
  const [words, setWords] = useState('');
  const all = fieldsOf(schema, kept.settings);
  const found = words.trim() === '' ? all : all.filter((field) => isFound(field, words));
  const sections = [...new Set(found.map(sectionOf))];
  return (
    <>
      <TextInput
        label={t('settings.find')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        maw={360}
      />
      {found.length === 0 && <Text size="sm">{t('part.nothing-fits')}</Text>}
      {sections.map((section) => (
        <Section
          key={section}
          title={section === '' ? t('settings.general') : (schema.properties?.[section]?.title ?? section)}
          about={schema.properties?.[section]?.description ?? ''}
          fields={found.filter((field) => sectionOf(field) === section)}
          isOpened={section === '' || words.trim() !== ''}
          project={project}
          kept={kept}
        />
      ))}
    </>
  );
}

/** Single values before those that are edited as rows, so that rows have the width to themselves. */
function plainFirst(fields: readonly Field[]): readonly Field[] {
  return [...fields].sort((a, b) => Number(!isPlain(a.schema)) - Number(!isPlain(b.schema)));
}

/** The first group a field lies in; empty for those that lie in none. */
function sectionOf({ path, groups }: Field): string {
  return groups.length === 0 ? '' : path[0]!;
}

function Section({
  title,
  about,
  fields,
  isOpened,
  project,
  kept,
}: {
  readonly title: string;
  readonly about: string;
  readonly fields: readonly Field[];
  readonly isOpened: boolean;
  readonly project: string;
  readonly kept: KeptSettings;
}) {
  const { t } = useTexts();
  const [open, setOpen] = useState(isOpened);
  const [first] = fields;
  const change = first?.schema['x-changes'];
  const groups = [...new Set(fields.map((field) => field.groups[1] ?? ''))];
  const isShown = open || isOpened;
  return (
    <details open={isShown} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Text span fw={600}>
          {title}
        </Text>{' '}
        <Text span size="sm" className="soft">
          {about}
        </Text>
      </summary>
      {isShown && (
        <Stack gap="md" mt="xs">
          {change !== undefined && (
            <Text size="sm" className="soft">
              {t(`settings.changes.${change}`)}
            </Text>
          )}
          {groups.map((group) => (
            <section key={group} aria-label={group === '' ? title : group}>
              {group !== '' && (
                <Title order={3} mb={4}>
                  {group}
                </Title>
              )}
              <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="md">
                {plainFirst(fields.filter((field) => (field.groups[1] ?? '') === group)).map((field) => (
                  <SettingField
                    key={field.path.join('.')}
                    project={project}
                    field={field}
                    kept={kept}
                    label={labelOf(field, t('settings.colon'))}
                  />
                ))}
              </SimpleGrid>
            </section>
          ))}
        </Stack>
      )}
    </details>
  );
}

/** The name of a field, with the group it lies in where that has no heading. Figures of games are named in full already. */
function labelOf({ path, schema, groups }: Field, colon: string): string {
  const name = schema.title ?? path.at(-1)!;
  const isGame = path[1] === 'policy' || path[1] === 'games';
  return isGame || groups.length < 3 ? name : `${groups.at(-1)!}${colon}${name}`;
}
