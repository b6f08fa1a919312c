import { Button, Group, SegmentedControl, Select, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useVerb } from '../../api/run-verb.ts';
import { verbQuery } from '../../api/verb-query.ts';
import { useTexts } from '../../app/language.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSigner } from '../../parts/signer.ts';
import { useSay } from '../../parts/use-say.ts';

interface Appraisals {
  readonly questions: readonly {
    readonly id: string;
    readonly question: { readonly en: string; readonly zh: string };
  }[];
  readonly papers: readonly {
    readonly paper: string;
    readonly answers: Readonly<Record<string, string>>;
    readonly validity: string | null;
  }[];
}

const ANSWERS = ['yes', 'partly', 'no'] as const;

/** How far a paper can be trusted, by the questions of the codebook. */
export function AppraisePanel({
  project,
  papers,
}: {
  readonly project: string;
  readonly papers: readonly string[];
}) {
  const { t, language } = useTexts();
  const say = useSay();
  const [signer] = useSigner();
  const [paper, setPaper] = useState<string | null>(null);
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const known = useQuery(verbQuery<Appraisals>(project, { verb: 'evidence appraise' }));
  const write = useVerb(project);
  const questions = known.data?.questions ?? [];
  const before = known.data?.papers.find((one) => one.paper === paper);
  return (
    <Stack gap="xs">
      <Title order={2}>{t('lit.appraise.title')}</Title>
      <ProblemNote error={known.error ?? write.error} />
      <Select
        label={t('lit.code.col.study')}
        data={[...new Set(papers)]}
        value={paper}
        onChange={(next) => {
          setPaper(next);
          setAnswers({});
        }}
        searchable
        maw={420}
      />
      {paper !== null && (
        <>
          {before !== undefined && (
            <Text size="sm">
              {t('lit.code.col.validity')}: {say(`evidence.validity.${before.validity ?? 'not-appraised'}`)}
            </Text>
          )}
          {questions.map(({ id, question }) => (
            <Group key={id} justify="space-between" gap="xs">
              <Text size="sm" flex={1} miw={220}>
                {id}: {question[language]}
              </Text>
              <SegmentedControl
                size="xs"
                aria-label={question[language]}
                value={answers[id] ?? before?.answers[id] ?? ''}
                onChange={(next) => setAnswers({ ...answers, [id]: next })}
                data={ANSWERS.map((value) => ({ value, label: say(`evidence.answer.${value}`) }))}
              />
            </Group>
          ))}
          <Button
            w="fit-content"
            disabled={signer === '' || Object.keys(answers).length === 0}
            loading={write.isPending}
            onClick={() =>
              write.mutate({
                verb: 'evidence appraise',
                options: {
                  by: signer,
                  paper,
                  answers: Object.entries(answers)
                    .map(([id, answer]) => `${id}=${answer}`)
                    .join(','),
                },
              })
            }
          >
            {t('part.save')}
          </Button>
        </>
      )}
    </Stack>
  );
}
