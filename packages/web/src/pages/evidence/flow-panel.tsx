import { type FlowBoxes, flowPicture, flowText } from '@aftermine/science/evidence';
import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { verbQuery } from '../../api/verb-query.ts';
import { useTexts } from '../../app/language.ts';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { SvgFigure } from '../../parts/svg-figure.tsx';

import { FlowEntries } from './flow-entries.tsx';

/** The PRISMA 2020 flow diagram, drawn from what happened. */
export function FlowPanel({ project }: { readonly project: string }) {
  const { t, language } = useTexts();
  const flow = useQuery(verbQuery<{ boxes: FlowBoxes }>(project, { verb: 'evidence prisma' }));
  if (flow.isPending) return <PageSkeleton rows={1} />;
  if (flow.data === undefined) return <ProblemNote error={flow.error} onRetry={() => void flow.refetch()} />;
  const { boxes } = flow.data;
  return (
    <Stack>
      <Text className="soft">{t('lit.flow.sentence')}</Text>
      <SvgFigure
        label={t('lit.tab.flow')}
        svg={flowPicture(boxes, { id: 'prisma', language })}
        text={flowText(boxes, { language })}
        file={`prisma-${project}`}
      />
      <FlowEntries project={project} />
    </Stack>
  );
}
