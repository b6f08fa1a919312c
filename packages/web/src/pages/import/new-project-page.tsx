import { Alert, Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { healthQuery } from '../../api/resources.ts';
import { useTexts } from '../../app/language.ts';
import { Area } from '../../parts/area.tsx';
import { CopyCommand } from '../../parts/copy-command.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { DropFiles } from './drop-files.tsx';
import { FileCard } from './file-card.tsx';
import classes from './import.module.css';
import { OutlineMap } from './outline-map.tsx';
import { OverlapWarnings } from './overlap-warnings.tsx';
import { initLine, useCreate } from './use-create.ts';
import { useIncoming } from './use-incoming.ts';

/** A new project: files are dropped, read, named and become a project. */
export function NewProjectPage() {
  const { t } = useTexts();
  const incoming = useIncoming(true);
  const { files } = incoming;
  const [named, setNamed] = useState<string | null>(null);
  const health = useQuery(healthQuery);
  const create = useCreate();
  const boundary = files.find(
    ({ role, facts }) => (role === 'boundary' || role === 'both') && facts?.kind === 'vector',
  );
  const hasUnits = files.some(({ role }) => role === 'units' || role === 'both');
  const name = named ?? boundary?.name.replace(/(\.[A-Za-z]{2,7})+$/, '') ?? '';
  const previews = files.flatMap(({ name: file, facts }) =>
    facts?.detail.preview === undefined ? [] : [{ name: file, preview: facts.detail.preview }],
  );
  const missing =
    boundary === undefined
      ? t('import.needs-boundary')
      : boundary.facts?.detail.crs == null
        ? t('import.needs-crs')
        : name.trim() === ''
          ? t('import.needs-name')
          : null;
  return (
    <>
      <PageHead title={t('import.new-title')} sentence={t('import.new-sentence')} />
      <Stack>
        <DropFiles onFiles={incoming.add} />
        {files.length > 0 && (
          <div className={classes.split}>
            <Stack component="section" aria-label={t('import.files')}>
              {files.map((file) => (
                <FileCard
                  key={file.key}
                  file={file}
                  isNew
                  onChange={(next) => incoming.change(file.key, next)}
                  onRemove={() => incoming.remove(file.key)}
                  onRetry={() => incoming.retry(file.key)}
                />
              ))}
            </Stack>
            <Paper withBorder p="md" component="section" aria-labelledby="project-to-be">
              <Stack gap="sm">
                <Title order={2} size="h3" id="project-to-be">
                  {t('import.project')}
                </Title>
                {previews.length > 0 && <OutlineMap files={previews} label={t('import.map')} />}
                {boundary?.facts != null && (
                  <Text>
                    {t('import.area-is')} <b>{<Area areaHa={boundary.facts.detail.areaHa ?? null} />}</b>
                  </Text>
                )}
                <OverlapWarnings files={files} />
                <TextInput
                  label={t('import.name')}
                  value={name}
                  maxLength={200}
                  onChange={(event) => setNamed(event.currentTarget.value)}
                />
                {boundary?.role === 'both' && (
                  <Text size="sm" role="status">
                    {t('import.both-is', { count: boundary.facts?.detail.features ?? 0 })}
                  </Text>
                )}
                {boundary !== undefined && !hasUnits && (
                  <Text size="sm" role="status">
                    {t('import.no-units')}
                  </Text>
                )}
                {missing !== null && (
                  <Text size="sm" className="soft" role="status">
                    {missing}
                  </Text>
                )}
                <Group gap="xs">
                  <Button
                    disabled={missing !== null || create.made !== null}
                    loading={create.isPending}
                    onClick={() => create.begin(name.trim(), files)}
                  >
                    {t('import.create')}
                  </Button>
                  {boundary !== undefined && (
                    <CopyCommand line={initLine(health.data?.workspace ?? '.', name.trim(), files)} />
                  )}
                </Group>
                <ProblemNote error={create.error} />
                {create.made !== null && create.error !== null && (
                  <Alert color="orange" title={t('import.made-but')}>
                    <Link to={`/p/${encodeURIComponent(create.made)}/data` as never}>
                      {t('import.go-data')}
                    </Link>
                  </Alert>
                )}
              </Stack>
            </Paper>
          </div>
        )}
      </Stack>
    </>
  );
}
