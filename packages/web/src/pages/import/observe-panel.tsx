import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ProjectDetail } from 'aftermine/contract';
import { useState } from 'react';
import { askJson, projectPath, sendJson } from '../../api/ask.ts';
import { queries } from '../../api/queries.ts';
import { projectKey } from '../../api/resources.ts';
import { commandLine } from '../../api/run-verb.ts';
import { verbQuery } from '../../api/verb-query.ts';
import { useTexts } from '../../app/language.ts';
import { CopyCommand } from '../../parts/copy-command.tsx';
import { durationParts, numberText } from '../../parts/numbers.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { RunStep } from '../plan/run-step.tsx';
import { estimateRun, type WouldObserve } from './estimate.ts';
import { Section } from './section.tsx';
import { filesOf } from './settings-files.ts';

/** Begins the observation: where the pictures are, what would be read and how long it takes, then the work itself. */
export function ObservePanel({ project }: { readonly project: ProjectDetail }) {
  const { t, language } = useTexts();
  const scenes = filesOf(project.settings).filter(({ role }) => role === 'scenes');
  const [asked, setAsked] = useState(false);
  const estimate = useQuery({
    ...verbQuery<WouldObserve>(project.id, { verb: 'observe --dry-run' }),
    enabled: asked,
  });
  const told = estimate.data === undefined ? null : estimateRun(estimate.data);
  const years = estimate.data?.years ?? [];
  const left = told === null ? null : durationParts(told.seconds);
  return (
    <Section title={t('data.observe')} why={t('data.observe-why')}>
      <SceneFolder project={project} known={scenes.map(({ path }) => path)} />
      <Group gap="xs">
        <Button
          variant="light"
          disabled={scenes.length === 0}
          loading={estimate.isFetching}
          onClick={() => (asked ? void estimate.refetch() : setAsked(true))}
        >
          {t('data.estimate')}
        </Button>
        <CopyCommand line={commandLine(project.dir, { verb: 'observe --dry-run' })} />
      </Group>
      <ProblemNote error={estimate.error} />
      <div role="status">
        {told !== null && left !== null && years.length > 0 && (
          <Text size="sm">
            {t('data.would', {
              scenes: numberText(told.scenes, language, 0),
              years: years.length,
              first: years[0]!.year,
              last: years.at(-1)!.year,
              width: estimate.data!.grid.width,
              height: estimate.data!.grid.height,
              pixel: numberText(estimate.data!.grid.pixelWidth, language, 5),
              time: t(`part.${left.unit}`, { n: left.n }),
              disk: numberText(told.megabytes, language, 0),
            })}
          </Text>
        )}
      </div>
      {scenes.length > 0 && (
        <Group>
          <RunStep
            project={project.id}
            dir={project.dir}
            request={{ verb: 'observe' }}
            label={t('overview.run.observe')}
            quiet={project.steps[0]?.state === 'done'}
          />
        </Group>
      )}
    </Section>
  );
}

/** Folders of scenes are read where they lie; their path is kept in the settings. */
function SceneFolder({
  project,
  known,
}: {
  readonly project: ProjectDetail;
  readonly known: readonly string[];
}) {
  const { t } = useTexts();
  const [path, setPath] = useState('');
  const add = useMutation({
    mutationFn: async () => {
      const url = projectPath(project.id, '/settings');
      const { revision } = await askJson<{ revision: string }>(url);
      return sendJson(url, 'PATCH', {
        path: ['observe', 'scenes'],
        value: [...known, path.trim()],
        revision,
      });
    },
    onSuccess: () => setPath(''),
    onSettled: () => queries.invalidateQueries({ queryKey: projectKey(project.id) }),
  });
  return (
    <Stack gap="xs">
      <Text size="sm">
        {known.length === 0 ? t('data.no-scenes') : t('data.scenes', { folders: known.join(', ') })}
      </Text>
      <Group align="flex-end" gap="xs">
        <TextInput
          label={t('data.scene-folder')}
          placeholder="/data/landsat"
          value={path}
          onChange={(event) => setPath(event.currentTarget.value)}
          w={{ base: '100%', sm: 360 }}
        />
        <Button
          variant="light"
          disabled={path.trim() === ''}
          loading={add.isPending}
          onClick={() => add.mutate()}
        >
          {t('data.add-folder')}
        </Button>
        {path.trim() !== '' && (
          <CopyCommand
            line={commandLine(project.dir, {
              verb: 'import',
              args: [path.trim()],
              options: { as: 'scenes' },
            })}
          />
        )}
      </Group>
      <ProblemNote error={add.error} />
    </Stack>
  );
}
