import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ProjectDetail } from 'aftermine/contract';
import { queries } from '../../api/queries.ts';
import { projectKey } from '../../api/resources.ts';
import { quotedWord, runVerb } from '../../api/run-verb.ts';
import { useTexts } from '../../app/language.ts';
import { CopyCommand } from '../../parts/copy-command.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { DropFiles } from './drop-files.tsx';
import { FileCard, readingFlags } from './file-card.tsx';
import { Section } from './section.tsx';
import { importRequest } from './use-create.ts';
import { useIncoming } from './use-incoming.ts';

/** More files for a project; one that has the place already is replaced, and said so. */
export function AddFiles({ project }: { readonly project: ProjectDetail }) {
  const { t } = useTexts();
  const incoming = useIncoming(false);
  const used = incoming.files.filter(({ role, facts }) => role !== 'none' && facts !== null);
  const add = useMutation({
    mutationFn: async () => {
      const lines: string[] = [];
      for (const file of used) {
        const { line } = await runVerb(project.id, importRequest(file));
        lines.push(line);
        incoming.remove(file.key);
      }
      return lines;
    },
    onSettled: () => queries.invalidateQueries({ queryKey: projectKey(project.id) }),
  });
  const lines = used.map(
    ({ name, role, reading }) =>
      `aftermine import ${quotedWord(name)} --as ${role} --overwrite${readingFlags(reading)} -C ${quotedWord(project.dir)}`,
  );
  return (
    <Section id="add-files" title={t('data.add')} why={t('data.add-why')}>
      <DropFiles onFiles={incoming.add} />
      {incoming.files.map((file) => (
        <FileCard
          key={file.key}
          file={file}
          onChange={(next) => incoming.change(file.key, next)}
          onRemove={() => incoming.remove(file.key)}
          onRetry={() => incoming.retry(file.key)}
        />
      ))}
      {used.length > 0 && (
        <Group gap="xs">
          <Button loading={add.isPending} onClick={() => add.mutate()}>
            {t('data.add-now', { count: used.length })}
          </Button>
          <CopyCommand line={lines.join('\n')} />
        </Group>
      )}
      <Stack gap="xs" role="status">
        {add.isSuccess && <Text size="sm">{t('data.added', { count: add.data.length })}</Text>}
      </Stack>
      <ProblemNote error={add.error} />
    </Section>
  );
}
