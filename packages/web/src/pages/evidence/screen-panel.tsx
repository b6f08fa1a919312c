import type { Reference, WeighedTerm } from '@aftermine/science/evidence';
import { Badge, Button, Checkbox, Group, List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useVerb } from '../../api/run-verb.ts';
import { verbQuery } from '../../api/verb-query.ts';
import { useTexts } from '../../app/language.ts';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSigner } from '../../parts/signer.ts';
import { FullTextPanel } from './full-text-panel.tsx';
import { ReferenceCard } from './reference-card.tsx';
import { ScreenStatus } from './screen-status.tsx';
import { SignerInput } from './signer-input.tsx';
import { useDecisionKeys } from './use-decision-keys.ts';

interface Next {
  readonly basis: 'relevance' | 'random';
  readonly unmarked: number;
  readonly next: readonly {
    readonly key: string;
    readonly reference: Reference;
    readonly terms: readonly WeighedTerm[];
  }[];
  readonly eligibility: readonly {
    readonly id: string;
    readonly rule: { readonly en: string; readonly zh: string };
  }[];
}

const DECISIONS = { i: 'include', e: 'exclude', u: 'unsure' } as const;

/** One record after the other, the criteria beside it; the order learns from every decision. */
export function ScreenPanel({ project }: { readonly project: string }) {
  const { t, language } = useTexts();
  const [signer] = useSigner();
  const [random, setRandom] = useState(false);
  const next = useQuery(
    verbQuery<Next>(project, {
      verb: 'evidence screen next',
      args: ['1'],
      options: { ...(random ? { random } : {}), ...(signer === '' ? {} : { by: signer }) },
    }),
  );
  const decide = useVerb(project);
  const shown = next.data?.next[0];
  const ready = signer !== '' && shown !== undefined && !decide.isPending && !next.isFetching;
  const say = (decision: string): void => {
    if (ready)
      decide.mutate({ verb: 'evidence screen decide', args: [shown.key, decision], options: { by: signer } });
  };
  useDecisionKeys(
    Object.fromEntries(Object.entries(DECISIONS).map(([key, decision]) => [key, () => say(decision)])),
  );
  if (next.isPending) return <PageSkeleton />;
  return (
    <Stack>
      <ScreenStatus project={project} />
      <Group align="flex-end">
        <SignerInput />
        <Checkbox
          label={t('lit.screen.random')}
          checked={random}
          onChange={(event) => setRandom(event.currentTarget.checked)}
          mb={8}
        />
        {next.data !== undefined && (
          <Badge variant="light" mb={8}>
            {t(`lit.screen.order.${next.data.basis}`)}
          </Badge>
        )}
      </Group>
      <ProblemNote error={next.error ?? decide.error} onRetry={() => void next.refetch()} />
      {signer === '' && <Text c="var(--warn)">{t('lit.screen.signer')}</Text>}
      {shown === undefined ? (
        next.data !== undefined && <Text>{t('lit.screen.done')}</Text>
      ) : (
        <Group align="flex-start" wrap="wrap">
          <Stack flex={3} miw={280}>
            <div aria-live="polite">
              <ReferenceCard reference={shown.reference} terms={shown.terms} />
            </div>
            <Group gap="xs">
              {Object.entries(DECISIONS).map(([key, decision]) => (
                <Button
                  key={key}
                  variant={decision === 'include' ? 'filled' : 'light'}
                  color={decision === 'exclude' ? 'orange.9' : 'land'}
                  disabled={signer === ''}
                  loading={decide.isPending}
                  onClick={() => say(decision)}
                >
                  {t(`lit.screen.${decision}`)} ({key.toUpperCase()})
                </Button>
              ))}
            </Group>
            <Text size="xs" className="soft">
              {t('lit.screen.keys')}
            </Text>
          </Stack>
          <Stack flex={1} miw={220} gap="xs">
            <Title order={2}>{t('lit.screen.criteria')}</Title>
            <List size="sm">
              {next.data!.eligibility.map(({ id, rule }) => (
                <List.Item key={id}>
                  {id}: {rule[language]}
                </List.Item>
              ))}
            </List>
            {shown.terms.length > 0 && (
              <>
                <Title order={2}>{t('lit.screen.terms')}</Title>
                <List size="sm">
                  {shown.terms.map(({ term, weight }) => (
                    <List.Item key={term}>
                      {term}: {t(weight > 0 ? 'lit.screen.towards' : 'lit.screen.against')}
                    </List.Item>
                  ))}
                </List>
              </>
            )}
          </Stack>
        </Group>
      )}
      <FullTextPanel project={project} />
    </Stack>
  );
}
