import { Alert, Button, Code, Fieldset, Group, List, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem, askJson, projectPath, sendJson } from '../../api/ask.ts';
import { queries } from '../../api/queries.ts';
import { projectKey } from '../../api/resources.ts';
import { useTexts } from '../../app/language.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { PlainInput } from './plain-input.tsx';
import { type Field, isPlain, isRemovable, valueAt } from './schema-fields.ts';
import { tellValue } from './tell-value.ts';
import { readTyped, type Typed, typedOf } from './typed-value.ts';
import { useJoints } from './use-joints.ts';
import { ValueEditor } from './value-editor.tsx';

export interface KeptSettings {
  readonly settings: unknown;
  /** The file as it is written. */
  readonly text: string;
  readonly revision: string;
}

/** What was typed, or null where the key is to go; and the revision that was seen when typing began. */
interface Draft {
  readonly typed: Typed | null;
  readonly revision: string;
}

/** One setting: checked while typing, saved by itself; where somebody else was faster, both values are shown. */
export function SettingField({
  project,
  field,
  kept,
  label,
}: {
  readonly project: string;
  readonly field: Field;
  readonly kept: KeptSettings;
  readonly label: string;
}) {
  const { t } = useTexts();
  const joints = useJoints();
  const { path, schema } = field;
  const key = path.join('.');
  const now = typedOf(valueAt(kept.settings, path), schema);
  // The revision that was seen when typing began: a change by another tab meanwhile is a conflict.
  const [draft, setDraft] = useState<Draft | null>(null);
  const [theirs, setTheirs] = useState<KeptSettings | null>(null);
  const removing = draft !== null && draft.typed === null;
  const typed = draft === null ? now : (draft.typed ?? typedOf(schema.default, schema));
  const { value, faults } = readTyped(typed, schema);
  const isWrong = !removing && Object.keys(faults).length > 0;
  const url = projectPath(project, '/settings');
  const save = useMutation({
    mutationFn: (revision: string) =>
      sendJson<KeptSettings>(url, 'PATCH', {
        ...(removing ? { path: field.removes, remove: true } : { path, value }),
        revision,
      }),
    onSuccess: (now) => {
      // What was saved is shown at once, not what stood there before.
      queries.setQueryData([...projectKey(project), '/settings'], now);
      setDraft(null);
      setTheirs(null);
      void queries.invalidateQueries({ queryKey: projectKey(project) });
    },
    onError: async (error) => {
      if (error instanceof ApiProblem && error.status === 409) setTheirs(await askJson<KeptSettings>(url));
    },
  });
  const edit = (next: Typed | null): void => {
    if (save.isError && theirs === null) save.reset();
    setDraft((before) => ({ typed: next, revision: before?.revision ?? kept.revision }));
  };
  const tell = (one: unknown): string => tellValue(one, schema, joints);
  const isChanged = draft !== null && (removing || JSON.stringify(draft.typed) !== JSON.stringify(now));
  const change = schema['x-changes'];
  const note = (
    <>
      {schema.description}{' '}
      {schema.default !== undefined && t('settings.default-is', { value: tell(schema.default) })}{' '}
      <Code fz="0.6875rem">{key}</Code>
    </>
  );
  const shown = isChanged && draft !== null ? faults : {};
  const body = (
    <Stack gap={4}>
      {typed.is === 'plain' ? (
        <PlainInput
          schema={schema}
          text={typed.text}
          onType={(text) => edit({ is: 'plain', text })}
          fault={shown['']}
          name={{ label }}
          description={note}
          placeholder={schema.default === undefined ? '' : tell(schema.default)}
        />
      ) : (
        <>
          <Text size="xs" className="soft">
            {note}
          </Text>
          <ValueEditor
            schema={schema}
            typed={typed}
            onChange={edit}
            faults={shown}
            at=""
            label={label}
            isNamed
          />
        </>
      )}
      {removing && theirs === null && (
        <Text size="xs" className="soft" role="status">
          {t('settings.will-go', { key: field.removes!.join('.'), value: tell(schema.default) })}
        </Text>
      )}
      {draft === null && isRemovable(field, kept.settings) && (
        <Group>
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={`${t(schema.default === undefined ? 'settings.no-value' : 'settings.default')}${joints.colon}${label}`}
            onClick={() => edit(null)}
          >
            {t(schema.default === undefined ? 'settings.no-value' : 'settings.default')}
          </Button>
        </Group>
      )}
      {isChanged && theirs === null && (
        <>
          {change !== undefined && (
            <Text size="xs" className="soft">
              {t(`settings.changes.${change}`)}
            </Text>
          )}
          <Group gap="xs">
            <Button
              size="compact-sm"
              disabled={isWrong}
              loading={save.isPending}
              onClick={() => save.mutate(draft.revision)}
            >
              {t('part.save')}
            </Button>
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => {
                setDraft(null);
                save.reset();
              }}
            >
              {t('part.cancel')}
            </Button>
          </Group>
        </>
      )}
      {theirs !== null && draft !== null ? (
        <Alert
          color="orange"
          role="alert"
          title={t('settings.conflict')}
          styles={{ title: { color: '#6b3a00' } }}
        >
          <List size="sm">
            <List.Item>{t('settings.theirs', { value: tell(valueAt(theirs.settings, path)) })}</List.Item>
            <List.Item>{t('settings.mine', { value: removing ? '–' : tell(value) })}</List.Item>
          </List>
          <Group gap="xs" mt="xs">
            <Button size="compact-sm" loading={save.isPending} onClick={() => save.mutate(theirs.revision)}>
              {t('settings.keep-mine')}
            </Button>
            <Button
              size="compact-sm"
              variant="light"
              onClick={() => {
                setDraft(null);
                setTheirs(null);
                save.reset();
                void queries.invalidateQueries({ queryKey: projectKey(project) });
              }}
            >
              {t('settings.keep-theirs')}
            </Button>
          </Group>
        </Alert>
      ) : (
        <ProblemNote error={save.error} />
      )}
      {save.isSuccess && draft === null && (
        <Text size="xs" className="soft" role="status">
          {t('settings.saved')}
        </Text>
      )}
    </Stack>
  );
  if (isPlain(schema)) return body;
  return (
    <Fieldset
      legend={label}
      p="xs"
      styles={{ legend: { fontWeight: 600 } }}
      style={{ gridColumn: '1 / -1', minWidth: 0 }}
    >
      {body}
    </Fieldset>
  );
}
