import { Alert, Button, Group, List, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem, askJson, projectPath, sendJson } from '../../api/ask.ts';
import { queries } from '../../api/queries.ts';
import { projectKey } from '../../api/resources.ts';
import { useTexts } from '../../app/language.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { type Field, isRemovable, readTyped, typedOf, valueAt } from './schema-fields.ts';

export interface KeptSettings {
  readonly settings: unknown;
  readonly revision: string;
}

/** What was typed, or null where the key is to go; and the revision that was seen when typing began. */
interface Draft {
  readonly text: string | null;
  readonly revision: string;
}

/** One key of the settings: checked while typing, saved by itself; where somebody else was faster, both values are shown. */
export function SettingField({
  project,
  field,
  kept,
}: {
  readonly project: string;
  readonly field: Field;
  readonly kept: KeptSettings;
}) {
  const { t } = useTexts();
  const { path, schema, kind } = field;
  const name = path.join('.');
  const now = typedOf(valueAt(kept.settings, path), kind);
  // The revision that was seen when typing began: a change by another tab meanwhile is a conflict.
  const [draft, setDraft] = useState<Draft | null>(null);
  const text = draft === null ? now : (draft.text ?? '');
  const removing = draft !== null && draft.text === null;
  const read = readTyped(text, field);
  const [theirs, setTheirs] = useState<KeptSettings | null>(null);
  const url = projectPath(project, '/settings');
  const save = useMutation({
    mutationFn: (revision: string) =>
      sendJson<KeptSettings>(url, 'PATCH', {
        ...(removing
          ? { path: field.removes, remove: true }
          : { path, value: 'value' in read ? read.value : null }),
        revision,
      }),
    onSuccess: () => {
      setDraft(null);
      setTheirs(null);
      void queries.invalidateQueries({ queryKey: projectKey(project) });
    },
    onError: async (error) => {
      if (error instanceof ApiProblem && error.status === 409) setTheirs(await askJson<KeptSettings>(url));
    },
  });
  const back = schema.default === undefined ? 'settings.no-value' : 'settings.default';
  const type = (next: string | null): void =>
    setDraft((before) => ({ text: next, revision: before?.revision ?? kept.revision }));
  const fault =
    draft !== null && !removing && 'fault' in read ? t(`settings.fault.${read.fault}`, rangeOf(field)) : null;
  const shared = {
    label: name,
    description: schema.description,
    error: fault,
    styles: { description: { color: 'var(--ink-soft)' } },
    placeholder: schema.default === undefined ? '' : typedOf(schema.default, kind),
  };
  return (
    <Stack gap={4}>
      {kind === 'choice' || kind === 'flag' ? (
        <Select
          {...shared}
          data={kind === 'flag' ? ['true', 'false'] : schema.enum!.map(String)}
          value={text === '' ? null : text}
          onChange={(next) => next !== null && type(next)}
        />
      ) : kind === 'json' ? (
        <Textarea
          {...shared}
          autosize
          minRows={1}
          maxRows={8}
          value={text}
          onChange={(e) => type(e.currentTarget.value)}
        />
      ) : (
        <TextInput {...shared} value={text} onChange={(e) => type(e.currentTarget.value)} />
      )}
      {removing && theirs === null && (
        <Text size="xs" className="soft" role="status">
          {t('settings.will-go', {
            key: field.removes!.join('.'),
            value: typedOf(schema.default, kind) || t('settings.nothing'),
          })}
        </Text>
      )}
      {draft === null && isRemovable(field, kept.settings) && (
        <Group>
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={`${t(back)} ${name}`}
            onClick={() => type(null)}
          >
            {t(back)}
          </Button>
        </Group>
      )}
      {draft !== null && (removing || draft.text !== now) && theirs === null && (
        <Group gap="xs">
          <Button
            size="compact-sm"
            disabled={!removing && 'fault' in read}
            loading={save.isPending}
            onClick={() => save.mutate(draft.revision)}
          >
            {t('part.save')}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => setDraft(null)}>
            {t('part.cancel')}
          </Button>
        </Group>
      )}
      {theirs !== null && draft !== null ? (
        <Alert
          color="orange"
          role="alert"
          title={t('settings.conflict')}
          styles={{ title: { color: '#6b3a00' } }}
        >
          <List size="sm">
            <List.Item>
              {t('settings.theirs', { value: typedOf(valueAt(theirs.settings, path), kind) || '–' })}
            </List.Item>
            <List.Item>{t('settings.mine', { value: draft.text ?? '–' })}</List.Item>
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
}

function rangeOf({ schema }: Field): { low: string; high: string } {
  return {
    low: String(schema.minimum ?? schema.exclusiveMinimum ?? '−∞'),
    high: String(schema.maximum ?? schema.exclusiveMaximum ?? '∞'),
  };
}
