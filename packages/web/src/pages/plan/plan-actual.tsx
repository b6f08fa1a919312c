import type { ProgrammeRecord, SeasonResult } from '@aftermine/science/control';
import type { PlanResult } from '@aftermine/science/plan';
import type { PlanWords } from '@aftermine/science/report/plan';
import { Text, Title } from '@mantine/core';
import { useTexts } from '../../app/language.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { EvidenceMark } from '../../parts/evidence-drawer.tsx';
import { percentText } from '../../parts/numbers.ts';
import { useSay } from '../../parts/use-say.ts';

interface Line {
  readonly unit: string;
  readonly adopted: string | null;
  readonly now: string | null;
  readonly state: string | null;
  readonly promised: number | null;
  readonly seen: number | null;
  readonly seenYear: number | null;
  readonly repairs: number;
}

/** What was adopted, what stands in the programme now, and how the land answers, unit by unit. */
export function PlanActual({
  plan,
  words,
  programme,
  season,
  selected,
  onPick,
}: {
  readonly plan: PlanResult;
  readonly words: PlanWords;
  readonly programme: ProgrammeRecord;
  readonly season: SeasonResult | null;
  readonly selected: string | null;
  readonly onPick: (unit: string) => void;
}) {
  const { t, language } = useTexts();
  const say = useSay();
  const { adopted, repairs } = programme;
  const inForce = new Map(programme.plan.units.map((unit) => [unit.id, unit.choice]));
  const seasons = new Map(season?.units.map((unit) => [unit.unit, unit]));
  const lines = plan.units.map(({ id }): Line => {
    const one = adopted.find(({ unit }) => unit === id);
    const now = inForce.get(id) ?? null;
    const seen = seasons.get(id);
    const sighting = seen?.sightings.at(-1) ?? null;
    return {
      unit: id,
      adopted: one === undefined ? null : `${one.package}@${one.year}`,
      now: now === null ? null : `${now.id}@${now.year ?? ''}`,
      state: seen?.state ?? null,
      promised:
        seen?.promised.find(({ year }) => year === (sighting?.year ?? season?.year))?.closeness ?? null,
      seen: sighting?.closeness ?? null,
      seenYear: sighting?.year ?? null,
      repairs: repairs.filter(({ unit }) => unit === id).reduce((sum, { cost }) => sum + cost, 0),
    };
  });
  const columns: readonly Column<Line>[] = [
    { id: 'unit', title: say('plan-page.column.unit'), value: ({ unit }) => words.unit(unit), min: 110 },
    {
      id: 'adopted',
      title: t('schedule.column.adopted'),
      value: ({ adopted: choice }) => words.choice(choice),
      min: 180,
      grow: 1.5,
    },
    {
      id: 'now',
      title: t('schedule.column.now'),
      value: ({ now, adopted: choice }) => (now === choice ? t('schedule.unchanged') : words.choice(now)),
      min: 160,
      grow: 1.3,
    },
    {
      id: 'state',
      title: t('schedule.column.state'),
      value: ({ state }) => (state === null ? null : say(`unit-state.${state}`)),
      min: 130,
    },
    {
      id: 'promised',
      title: t('schedule.column.promised'),
      value: ({ promised }) => promised,
      cell: ({ promised }) => percentText(promised, language),
      number: true,
      min: 84,
    },
    {
      id: 'seen',
      title: t('schedule.column.seen'),
      value: ({ seen }) => seen,
      cell: (line) => (
        <>
          {percentText(line.seen, language)}
          {line.seen !== null && (
            <EvidenceMark
              title={t('schedule.seen-of', { unit: line.unit })}
              trace={() => ({
                title: t('schedule.seen-of', { unit: line.unit }),
                value: percentText(line.seen, language, 1),
                source: [t('schedule.trace.source', { year: String(line.seenYear ?? '–') })],
                steps: [
                  t('schedule.trace.step'),
                  t('schedule.trace.promised', { share: percentText(line.promised, language, 1) }),
                ],
                rule: [t('schedule.trace.rule')],
                confidence: line.state === null ? '' : say(`unit-state.${line.state}`),
                change: say('change.next-season'),
                accepted: t('schedule.trace.accepted', { year: String(season?.year ?? '–') }),
              })}
            />
          )}
        </>
      ),
      number: true,
      min: 96,
    },
    {
      id: 'repairs',
      title: t('schedule.column.repairs', { unit: words.money.unit }),
      value: ({ repairs: cost }) => cost,
      cell: ({ repairs: cost }) => (cost === 0 ? '–' : words.money.cell(cost)),
      number: true,
      min: 110,
    },
  ];
  const money = season?.money as SeasonResult['money'] | undefined;
  return (
    <section>
      <Title order={2}>{t('schedule.actual')}</Title>
      <Text className="soft" size="sm" mb={6}>
        {t('schedule.actual-lead', {
          first: String(programme.seasons[0] ?? '–'),
          last: String(programme.seasons.at(-1) ?? '–'),
        })}{' '}
        {money !== undefined &&
          t(money.left === null ? 'schedule.bound' : 'schedule.bound-left', {
            bound: words.money.text(money.bound),
            left: words.money.text(money.left),
            repairs: words.money.text(repairs.reduce((sum, { cost }) => sum + cost, 0)),
            cost: words.money.text(programme.plan.totals.publicCost),
          })}
      </Text>
      <DataTable
        label={t('schedule.actual')}
        rows={lines}
        columns={columns}
        idOf={({ unit }) => unit}
        selected={selected}
        onPick={onPick}
        height={360}
      />
    </section>
  );
}
