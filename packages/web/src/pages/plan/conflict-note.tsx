import { Alert, Button, Code, Group, Text } from '@mantine/core';
import { useTexts } from '../../app/language.ts';
import type { SettingsEditor } from './use-settings-draft.ts';

/** What somebody else saved meanwhile beside what was changed here. Nothing is written until one of the two is chosen. */
export function ConflictNote({ editor }: { readonly editor: SettingsEditor }) {
  const { t } = useTexts();
  if (editor.conflicts.length === 0) return null;
  return (
    <Alert color="orange" role="alert" title={t('plan.conflict')}>
      <Text size="sm">{t('plan.conflict-why')}</Text>
      {editor.conflicts.map(({ name, mine, theirs }) => (
        <Text key={name} size="sm">
          <Code>{name}</Code> {t('plan.mine')} <Code>{JSON.stringify(mine) ?? '–'}</Code> {t('plan.theirs')}{' '}
          <Code>{JSON.stringify(theirs) ?? '–'}</Code>
        </Text>
      ))}
      <Group gap="xs" mt="xs">
        <Button size="compact-sm" variant="default" onClick={editor.takeTheirs}>
          {t('plan.take-theirs')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={editor.save}>
          {t('plan.keep-mine')}
        </Button>
      </Group>
    </Alert>
  );
}
