import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem, askJson, projectPath, sendJson } from '../../api/ask.ts';
import { queries } from '../../api/queries.ts';
import { projectKey } from '../../api/resources.ts';
import { useTexts } from '../../app/language.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import type { KeptSettings } from './setting-field.tsx';

/** The settings file as it is written, comments and all. What does not fit is refused with its line, and stays here to be mended. */
export function SettingsFile({ project, kept }: { readonly project: string; readonly kept: KeptSettings }) {
  const { t } = useTexts();
  const [draft, setDraft] = useState<{ readonly text: string; readonly revision: string } | null>(null);
  const [theirs, setTheirs] = useState<KeptSettings | null>(null);
  const url = projectPath(project, '/settings');
  const save = useMutation({
    mutationFn: (revision: string) =>
      sendJson<KeptSettings>(url, 'PATCH', { text: draft?.text ?? kept.text, revision }),
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
  const leave = (): void => {
    setDraft(null);
    setTheirs(null);
    save.reset();
    void queries.invalidateQueries({ queryKey: projectKey(project) });
  };
  return (
    <Stack gap="xs">
      <Textarea
        label="aftermine.yaml"
        description={t('settings.file-why')}
        autosize
        minRows={12}
        maxRows={40}
        spellCheck={false}
        styles={{
          input: { fontFamily: 'var(--mantine-font-family-monospace)' },
          description: { color: 'var(--ink-soft)' },
        }}
        value={draft?.text ?? kept.text}
        onChange={(event) => {
          const text = event.currentTarget.value;
          if (save.isError && theirs === null) save.reset();
          setDraft((before) => ({ text, revision: before?.revision ?? kept.revision }));
        }}
      />
      {theirs === null ? (
        <ProblemNote error={save.error} />
      ) : (
        <Alert
          color="orange"
          role="alert"
          title={t('settings.conflict')}
          styles={{ title: { color: '#6b3a00' } }}
        >
          <Text size="sm">{t('settings.file-conflict')}</Text>
          <Group gap="xs" mt="xs">
            <Button size="compact-sm" loading={save.isPending} onClick={() => save.mutate(theirs.revision)}>
              {t('settings.keep-mine')}
            </Button>
            <Button size="compact-sm" variant="light" onClick={leave}>
              {t('settings.keep-theirs')}
            </Button>
          </Group>
        </Alert>
      )}
      {draft !== null && draft.text !== kept.text && theirs === null && (
        <Group gap="xs">
          <Button size="compact-sm" loading={save.isPending} onClick={() => save.mutate(draft.revision)}>
            {t('part.save')}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={leave}>
            {t('part.cancel')}
          </Button>
        </Group>
      )}
      {save.isSuccess && draft === null && (
        <Text size="xs" className="soft" role="status">
          {t('settings.saved')}
        </Text>
      )}
    </Stack>
  );
}
