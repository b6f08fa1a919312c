import { type GapMap, gapMapPicture, gapMapText } from '@aftermine/science/evidence';
import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { verbQuery } from '../../api/verb-query.ts';
import { useTexts } from '../../app/language.ts';
import { useView } from '../../app/use-view.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { SvgFigure } from '../../parts/svg-figure.tsx';
import { PooledEffect } from './pooled-effect.tsx';

interface Pair {
  readonly key: string;
  readonly measure: string;
  readonly indicator: string;
  readonly studies: number;
  readonly grade: string | null;
}

/** Which technologies were studied by which indicators; a pair that is picked is pooled below. */
export function GapPanel({ project }: { readonly project: string }) {
  const { t, language } = useTexts();
  const [view, setView] = useView();
  const gap = useQuery(verbQuery<GapMap>(project, { verb: 'evidence gap' }));
  if (gap.isPending) return <PageSkeleton />;
  if (gap.data === undefined) return <ProblemNote error={gap.error} onRetry={() => void gap.refetch()} />;
  const map = gap.data;
  if (map.findings === 0) return <EmptyState title={t('lit.tab.gap')}>{t('lit.gap.none')}</EmptyState>;
  const labelOf = (axis: GapMap['rows'][number]): string => axis.label[language] ?? axis.id;
  const pairs = map.cells
    .filter(({ studies }) => studies > 0)
    .map(({ row, column, studies, grade }): Pair => {
      const [technology, indicator] = [map.rows[row]!, map.columns[column]!];
      return {
        key: `${technology.id}|${indicator.id}`,
        measure: labelOf(technology),
        indicator: labelOf(indicator),
        studies,
        grade,
      };
    });
  const columns: readonly Column<Pair>[] = [
    { id: 'measure', title: t('lit.code.col.measure'), value: ({ measure }) => measure, grow: 3, min: 160 },
    {
      id: 'indicator',
      title: t('lit.code.col.indicator'),
      value: ({ indicator }) => indicator,
      grow: 2,
      min: 140,
    },
    { id: 'studies', title: t('lit.gap.papers'), value: ({ studies }) => studies, number: true },
    { id: 'grade', title: t('lit.gap.grade'), value: ({ grade }) => grade },
  ];
  const picked = pairs.find(({ key }) => key === view.key);
  return (
    <Stack>
      <Text>{t('lit.gap.sentence', { studied: pairs.length, gaps: map.gaps })}</Text>
      <SvgFigure
        label={t('lit.tab.gap')}
        svg={gapMapPicture(map, { id: 'gap-map', language })}
        text={gapMapText(map, language)}
        file={`gap-map-${project}`}
      />
      <Title order={2}>{t('lit.gap.pick')}</Title>
      <DataTable
        label={t('lit.gap.pick')}
        rows={pairs}
        columns={columns}
        idOf={({ key }) => key}
        selected={view.key ?? null}
        onPick={(key) => setView({ key })}
        height={260}
      />
      {picked !== undefined && (
        <PooledEffect
          project={project}
          measure={picked.key.split('|')[0]!}
          indicator={picked.key.split('|')[1]!}
          subject={`${picked.measure}: ${picked.indicator}`}
        />
      )}
    </Stack>
  );
}
