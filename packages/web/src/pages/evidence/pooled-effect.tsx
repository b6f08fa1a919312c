import { isUnknown } from '@aftermine/science/base';
import {
  forestFigure,
  forestPicture,
  funnelFigure,
  funnelPicture,
  type Synthesis,
} from '@aftermine/science/evidence';
import { Badge, Group, List, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { verbQuery } from '../../api/verb-query.ts';
import { useTexts } from '../../app/language.ts';
import { EvidenceMark } from '../../parts/evidence-drawer.tsx';
import { numberText } from '../../parts/numbers.ts';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { SvgFigure } from '../../parts/svg-figure.tsx';
import { useSay } from '../../parts/use-say.ts';
import { pooledTrace } from './pooled-trace.ts';

/** What papers found of one technology and one indicator, as one effect: forest, funnel, grade and what was left out. */
export function PooledEffect({
  project,
  measure,
  indicator,
  subject,
}: {
  readonly project: string;
  readonly measure: string;
  readonly indicator: string;
  readonly subject: string;
}) {
  const { t, language } = useTexts();
  const say = useSay();
  const pool = useQuery(
    verbQuery<Synthesis>(project, { verb: 'evidence pool', options: { measure, indicator } }),
  );
  if (pool.isPending) return <PageSkeleton rows={2} />;
  if (pool.data === undefined) return <ProblemNote error={pool.error} />;
  const { pooled, effects, effectMeasure, grade, leftOut } = pool.data;
  const n = (value: number): string => numberText(value, language, 3);
  const estimate = isUnknown(pooled)
    ? ''
    : t('lit.pool.estimate', {
        estimate: n(pooled.estimate),
        low: n(pooled.ciLow),
        high: n(pooled.ciHigh),
        k: pooled.k,
      });
  return (
    <Stack>
      <Group gap="xs">
        <Title order={2}>{subject}</Title>
        <Badge variant="light">
          {t('lit.gap.grade')} {grade.grade}
        </Badge>
      </Group>
      {isUnknown(pooled) ? (
        <Text>{say(`unknown.${pooled.reason}`, pooled.params)}</Text>
      ) : (
        <>
          <Text component="div">
            {estimate}{' '}
            <EvidenceMark
              title={subject}
              trace={() => pooledTrace(pool.data, { title: subject, value: estimate }, t, language)}
            />
          </Text>
          {!isUnknown(pooled.prediction) && (
            <Text>
              {t('lit.pool.prediction', { low: n(pooled.prediction.low), high: n(pooled.prediction.high) })}
            </Text>
          )}
          {!isUnknown(pooled.heterogeneity) && (
            <Text>
              {t('lit.pool.heterogeneity', {
                i2: numberText(pooled.heterogeneity.i2Percent, language, 1),
                tau2: n(pooled.tau2),
              })}
            </Text>
          )}
          <SimpleGrid cols={{ base: 1, lg: 2 }}>
            <SvgFigure
              label={t('part.named', { name: t('lit.pool.forest'), value: subject })}
              svg={forestPicture(forestFigure(effectMeasure, effects, pooled), {
                id: 'forest',
                language,
                subject,
              })}
              file={`forest-${measure}-${indicator}`}
            />
            <SvgFigure
              label={t('part.named', { name: t('lit.pool.funnel'), value: subject })}
              svg={funnelPicture(funnelFigure(effectMeasure, effects, pooled), {
                id: 'funnel',
                language,
                subject,
              })}
              file={`funnel-${measure}-${indicator}`}
            />
          </SimpleGrid>
        </>
      )}
      {leftOut.length > 0 && (
        <details>
          <summary>
            {t('lit.pool.left-out')} ({leftOut.length})
          </summary>
          <List size="sm">
            {leftOut.map(({ finding, reason }) => (
              <List.Item key={finding}>
                {t('part.named', {
                  name: finding,
                  value: say(`unknown.${reason.reason}`, reason.params),
                })}
              </List.Item>
            ))}
          </List>
        </details>
      )}
    </Stack>
  );
}
