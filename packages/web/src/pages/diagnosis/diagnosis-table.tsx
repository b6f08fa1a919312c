import type { Finding, UnitDiagnosis } from '@aftermine/science/diagnose';
import type { UnitRow } from 'aftermine/contract';
import { useMemo } from 'react';
import { useTexts } from '../../app/language.ts';
import { useView } from '../../app/use-view.ts';
import { Area } from '../../parts/area.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { numberText } from '../../parts/numbers.ts';
import { useSay } from '../../parts/use-say.ts';
import { riskRank, type Standing, standingOf } from './standing.ts';
import { StandingMark } from './standing-mark.tsx';

interface Line {
  readonly row: UnitRow;
  readonly standing: Standing | null;
  readonly risk: number | null;
  readonly limiting: string | null;
}

/** Units ranked by danger, then by need. */
export function DiagnosisTable({
  rows,
  findingsOf,
  units,
  observedTo,
  selected,
  onPick,
}: {
  readonly rows: readonly UnitRow[];
  readonly findingsOf: ReadonlyMap<string, readonly Finding[]> | null;
  readonly units: readonly UnitDiagnosis[] | null;
  /** Year the diagnosis speaks of; null where it is not at hand. */
  readonly observedTo: number | null;
  readonly selected: string | null;
  readonly onPick: (unit: string) => void;
}) {
  const { t, language } = useTexts();
  const say = useSay();
  const [{ sort }, setView] = useView();
  const lines = useMemo(() => {
    const known = new Map(units?.map((unit) => [unit.id, unit.limiting]));
    return rows.map((row): Line => {
      const standing = findingsOf === null ? null : standingOf(findingsOf.get(row.id) ?? []);
      return {
        row,
        standing,
        risk: standing === null ? null : riskRank(standing, row.priority),
        limiting: known.get(row.id) ?? null,
      };
    });
  }, [rows, findingsOf, units]);
  const limitingText = (limiting: string | null): string =>
    limiting === null
      ? '–'
      : say(limiting === 'contamination' ? 'factor.contamination' : `indicator.${limiting}`);
  const columns: readonly Column<Line>[] = [
    { id: 'id', title: t('diagnosis.column.unit'), value: ({ row }) => row.id, min: 64, grow: 0.6 },
    { id: 'name', title: t('diagnosis.column.name'), value: ({ row }) => row.name, min: 104 },
    ...(findingsOf === null
      ? []
      : [
          {
            id: 'risk',
            title: t('diagnosis.column.risk'),
            value: ({ risk }: Line) => risk,
            cell: ({ standing }: Line) => standing !== null && <StandingMark standing={standing} />,
            min: 150,
          },
        ]),
    {
      id: 'priority',
      title: t('diagnosis.column.need'),
      value: ({ row }) => row.priority,
      cell: ({ row }) => numberText(row.priority, language),
      number: true,
      min: 104,
    },
    {
      id: 'problems',
      title: t('diagnosis.column.problems'),
      value: ({ row }) => row.problems,
      cell: ({ row }) => numberText(row.problems, language, 0),
      number: true,
      min: 96,
    },
    {
      id: 'class',
      title: t('diagnosis.column.class'),
      value: ({ row }) => (row.class === null ? null : say(`restoration-mode.${row.class}`)),
      min: 132,
    },
    ...(units === null
      ? []
      : [
          {
            id: 'limiting',
            title: t('diagnosis.column.limiting'),
            value: ({ limiting }: Line) => (limiting === null ? null : limitingText(limiting)),
            min: 132,
          },
        ]),
    {
      id: 'damage',
      title: t('diagnosis.column.damage'),
      value: ({ row }) => (row.damage === null ? null : say(`damage.${row.damage}`)),
      min: 96,
    },
    {
      id: 'areaHa',
      title: t('diagnosis.column.area'),
      value: ({ row }) => row.areaHa,
      cell: ({ row }) => <Area areaHa={row.areaHa} />,
      number: true,
      min: 168,
    },
  ];
  return (
    <DataTable
      label={
        observedTo === null ? t('diagnosis.table') : t('diagnosis.table-of', { year: String(observedTo) })
      }
      rows={lines}
      columns={columns}
      idOf={({ row }) => row.id}
      selected={selected}
      onPick={onPick}
      sort={sort ?? (findingsOf === null ? '-priority' : '-risk')}
      onSort={(next) => setView({ sort: next })}
      height={380}
      searchable
    />
  );
}
