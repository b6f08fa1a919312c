import { Button, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTexts } from './language.ts';

/** An address that leads nowhere. */
export function LostPage() {
  const { t } = useTexts();
  return (
    <Stack align="flex-start" p="xl">
      <Text>{t('page.not-found')}</Text>
      <Button component={Link} to="/">
        {t('page.back-home')}
      </Button>
    </Stack>
  );
}
