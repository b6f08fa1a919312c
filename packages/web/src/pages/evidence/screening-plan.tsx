import { Button, Group, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useVerb } from '../../api/run-verb.ts';
import { useTexts } from '../../app/language.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSigner } from '../../parts/signer.ts';

/** What is agreed on before screening: records that it ought to find, and how many are expected. */
export function ScreeningPlan({ project }: { readonly project: string }) {
  const { t } = useTexts();
  const [signer] = useSigner();
  const [papers, setPapers] = useState('');
  const [expected, setExpected] = useState<number | string>('');
  const write = useVerb(project);
  return (
    <>
      <ProblemNote error={write.error} />
      <Group align="flex-end" mt="xs">
        <TextInput
          label={t('lit.plan.key-papers')}
          description={t('lit.flow.records-hint')}
          value={papers}
          onChange={(event) => setPapers(event.currentTarget.value)}
          miw={260}
        />
        <NumberInput label={t('lit.plan.expected')} value={expected} onChange={setExpected} min={1} w={160} />
        <Button
          variant="light"
          disabled={signer === '' || (papers.trim() === '' && expected === '')}
          loading={write.isPending}
          onClick={() =>
            write.mutate({
              verb: 'evidence screen plan',
              options: {
                by: signer,
                ...(papers.trim() === '' ? {} : { 'key-papers': papers.trim() }),
                ...(expected === '' ? {} : { expected: Number(expected) }),
              },
            })
          }
        >
          {t('part.save')}
        </Button>
      </Group>
    </>
  );
}
