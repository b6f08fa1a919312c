import { Alert, Button, CopyButton, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { ApiProblem } from '../api/ask.ts';
import { useTexts } from '../app/language.ts';

/** What went wrong, where, and what to do; nothing where there is no error. */
export function ProblemNote({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const { t } = useTexts();
  if (error === null || error === undefined) return null;
  const told =
    error instanceof ApiProblem
      ? error.error
      : { code: '', message: error instanceof Error ? error.message : String(error), hint: '' };
  const where = 'where' in told && told.where !== undefined ? t('part.where', { where: told.where }) : '';
  return (
    <Alert
      color="red"
      role="alert"
      icon={<IconAlertTriangle aria-hidden />}
      title={told.code === '' ? told.message : `${told.code}: ${told.message}`}
    >
      {told.hint !== '' && <Text size="sm">{told.hint}</Text>}
      {where !== '' && (
        <Text size="sm" className="soft">
          {where}
        </Text>
      )}
      <Group gap="xs" mt="xs">
        {onRetry !== undefined && (
          <Button size="compact-sm" variant="light" color="red" onClick={onRetry}>
            {t('part.retry')}
          </Button>
        )}
        <CopyButton value={JSON.stringify(told, null, 1)}>
          {({ copied, copy }) => (
            <Button size="compact-sm" variant="subtle" color="red" onClick={copy}>
              {copied ? t('part.copied') : t('part.copy-details')}
            </Button>
          )}
        </CopyButton>
      </Group>
    </Alert>
  );
}
