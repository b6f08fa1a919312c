import type { PlannedUnit, PlanResult } from '@aftermine/science/plan';
import type { PlanWords } from '@aftermine/science/report/plan';
import { Text } from '@mantine/core';
import type { ProjectDetail } from 'aftermine/contract';
import { useCallback, useMemo } from 'react';
import { useTexts } from '../../app/language.ts';
import { useView } from '../../app/use-view.ts';
import { MapPanel } from '../../map/map-panel.tsx';
import { Area } from '../../parts/area.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { useSay } from '../../parts/use-say.ts';
import { chosenEndUses, endUseColours, NOTHING_COLOUR } from './end-use-colours.ts';
import { GateMark } from './gate-mark.tsx';
import { isOpenQuestion } from './is-open-question.ts';
import { LegendList } from './legend-list.tsx';
import { PickedUnit } from './picked-unit.tsx';
import { SplitPage } from './split-page.tsx';
import type { UsedPlan } from './use-plan.ts';

const costOf = ({ choice }: PlannedUnit): number | null =>
  choice?.outcome == null ? null : choice.outcome.publicCost + choice.outcome.concessionCost;

/** Conditions that the choice hangs on, and end uses closed only because nobody knows. */
function flagsOf({ choice, barred }: PlannedUnit): { readonly conditions: number; readonly open: number } {
  return {
    conditions: choice?.gates.filter(({ state }) => state === 'conditional').length ?? 0,
    open: barred.filter(({ gates }) => isOpenQuestion(gates)).length,
  };
}

/** Units of the plan in table and map, coloured by end use, and the sheet of the picked one. */
export function PlanUnits({
  project,
  plan,
  words,
  record,
}: {
  readonly project: ProjectDetail;
  readonly plan: PlanResult;
  readonly words: PlanWords;
  readonly record: UsedPlan['record'];
}) {
  const { t } = useTexts();
  const say = useSay();
  const [{ unit = null, sort = 'year' }, setView] = useView();
  const colours = useMemo(() => endUseColours(chosenEndUses(plan.units)), [plan]);
  const uses = useMemo(() => new Map(plan.units.map(({ id, choice }) => [id, choice?.endUse])), [plan]);
  const fill = useCallback(
    (id: string) => colours.get(uses.get(id) ?? '') ?? NOTHING_COLOUR,
    [colours, uses],
  );
  const picked = plan.units.find(({ id }) => id === unit) ?? null;
  const columns: readonly Column<PlannedUnit>[] = [
    { id: 'id', title: t('plan.column.unit'), value: ({ id }) => id, min: 60, grow: 0.6 },
    { id: 'name', title: t('plan.column.name'), value: ({ name }) => name, min: 96 },
    {
      id: 'use',
      title: t('plan.column.end-use'),
      value: ({ choice }) => (choice === null ? null : words.endUse(choice.endUse)),
      cell: ({ choice }) => (choice === null ? say('plan-page.nothing') : words.endUse(choice.endUse)),
      min: 96,
    },
    {
      id: 'measures',
      title: t('plan.column.measures'),
      value: ({ choice }) => choice?.measures.map(words.measure).join(' + ') ?? null,
      min: 140,
      grow: 1.6,
    },
    {
      id: 'year',
      title: t('plan.column.year'),
      value: ({ choice }) => choice?.year ?? null,
      number: true,
      min: 60,
      grow: 0.5,
    },
    {
      id: 'cost',
      title: t('plan.column.cost', { unit: words.money.unit }),
      value: costOf,
      cell: (one) => words.money.cell(costOf(one)),
      number: true,
      min: 104,
    },
    {
      id: 'state',
      title: t('plan.column.gates'),
      value: ({ choice }) => choice?.state ?? null,
      cell: ({ choice }) => (choice === null ? '–' : <GateMark state={choice.state} />),
      min: 104,
    },
    {
      id: 'flags',
      title: t('plan.column.flags'),
      value: (one) => flagsOf(one).conditions + flagsOf(one).open,
      cell: (one) => {
        const { conditions, open } = flagsOf(one);
        return conditions + open === 0 ? '–' : t('plan.flags', { conditions, open });
      },
      min: 170,
    },
    {
      id: 'area',
      title: t('plan.column.area'),
      value: ({ areaHa }) => areaHa,
      cell: ({ areaHa }) => <Area areaHa={areaHa} />,
      number: true,
      min: 168,
    },
  ];
  const legend = [
    ...[...colours].map(([id, colour]) => ({ colour, text: words.endUse(id) })),
    ...(plan.units.some(({ choice }) => choice === null)
      ? [{ colour: NOTHING_COLOUR, text: say('plan-page.nothing') }]
      : []),
  ];
  return (
    <SplitPage
      left={
        <>
          <MapPanel
            project={project}
            label={t('plan.map')}
            fill={fill}
            selected={unit}
            onPick={(next) => setView({ unit: next ?? undefined } as never)}
            height={360}
            legend={<LegendList entries={legend} />}
          />
          <DataTable
            label={t('plan.table')}
            rows={plan.units}
            columns={columns}
            idOf={({ id }) => id}
            selected={unit}
            onPick={(next) => setView({ unit: next })}
            sort={sort}
            onSort={(next) => setView({ sort: next })}
            height={380}
            searchable
          />
        </>
      }
      right={
        picked === null ? (
          <Text className="soft">{t('plan.pick')}</Text>
        ) : (
          <PickedUnit record={record} project={project} plan={plan} unit={picked} words={words} />
        )
      }
    />
  );
}
