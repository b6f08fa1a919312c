import { Alert, Code } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { programmeQuery } from '../../api/programme-query.ts';
import { partQuery } from '../../api/resources.ts';
import { useTexts } from '../../app/language.ts';
import { changedKeys } from './settings-draft.ts';

/** Where a programme is in force: what was changed in the settings since it was adopted, and that it goes on without that. */
export function AdoptedNote({ project }: { readonly project: string }) {
  const { t } = useTexts();
  const programme = useQuery(programmeQuery(project));
  const settings = useQuery(
    partQuery<{ readonly settings: { readonly plan: unknown } }>(project, '/settings'),
  );
  if (programme.data == null || settings.data === undefined) return null;
  const changed = changedKeys(programme.data.settings, settings.data.settings.plan);
  return (
    <Alert color={changed.length === 0 ? 'gray' : 'orange'} role="status" mb="sm">
      {t('plan.adopted')}{' '}
      {changed.length > 0 && (
        <>
          {t('plan.adopted-changed')} <Code>{changed.map((key) => `plan.${key}`).join(', ')}</Code>{' '}
          {t('plan.adopted-next')}
        </>
      )}
    </Alert>
  );
}
