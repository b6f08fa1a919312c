import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { healthQuery } from '../api/resources.ts';
import { useTexts } from '../app/language.ts';

/** Tells the truth while the server does not answer; goes away by itself. */
export function ServerState() {
  const { t } = useTexts();
  const health = useQuery({ ...healthQuery, refetchInterval: 5000, retry: false });
  return health.isError ? (
    <Alert color="orange" role="status" mb="sm">
      {t('page.lost')}
    </Alert>
  ) : null;
}
