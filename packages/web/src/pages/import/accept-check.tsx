import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import type { ProjectDetail } from 'aftermine/contract';
import { useState } from 'react';
import { commandLine, useVerb } from '../../api/run-verb.ts';
import { useTexts } from '../../app/language.ts';
import { CopyCommand } from '../../parts/copy-command.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSigner } from '../../parts/signer.ts';
import { useSay } from '../../parts/use-say.ts';

/** Takes defects of one kind as they are, under a name; new ones still block. */
export function AcceptCheck({
  project,
  checks,
}: {
  readonly project: ProjectDetail;
  readonly checks: readonly string[];
}) {
  const { t } = useTexts();
  const say = useSay();
  const [signer, setSigner] = useSigner();
  const [picked, setPicked] = useState<string | null>(null);
  const check = picked !== null && checks.includes(picked) ? picked : checks[0]!;
  const verb = useVerb(project.id);
  const request = { verb: 'check --accept', args: [check], options: { by: signer } };
  return (
    <Stack gap="xs">
      <Text size="sm" className="soft">
        {t('data.accept-why')}
      </Text>
      <Group align="flex-end" gap="xs">
        <Select
          label={t('data.accept-what')}
          data={checks.map((one) => ({ value: one, label: say(`check.${one}`) }))}
          value={check}
          allowDeselect={false}
          onChange={setPicked}
          w={260}
        />
        <TextInput
          label={t('part.signer')}
          value={signer}
          onChange={(event) => setSigner(event.currentTarget.value)}
          w={160}
        />
        <Button
          variant="light"
          disabled={signer.trim() === ''}
          loading={verb.isPending}
          onClick={() => verb.mutate(request)}
        >
          {t('data.accept')}
        </Button>
        <CopyCommand line={verb.data?.line ?? commandLine(project.dir, request)} />
      </Group>
      <ProblemNote error={verb.error} />
    </Stack>
  );
}
