import { Group, Select, Stack, Text, Title } from '@mantine/core';
import type { ProjectDetail } from 'aftermine/contract';
import { useCallback, useMemo } from 'react';
import { useTexts } from '../../app/language.ts';
import { MapPanel } from '../../map/map-panel.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { useSay } from '../../parts/use-say.ts';
import type { CompareProps } from './compare-props.ts';
import { LegendList } from './legend-list.tsx';
import { optionName } from './option-name.ts';
import { differencesOf } from './plan-options.ts';

/** How a unit differs between two plans. */
type Kind = 'same' | 'only-one' | 'only-other' | 'package' | 'year';
const KINDS: readonly Kind[] = ['only-one', 'only-other', 'package', 'year', 'same'];
const COLOURS: Readonly<Record<Kind, string>> = {
  same: '#eceeec',
  'only-one': '#56b4e9',
  'only-other': '#e69f00',
  package: '#cc79a7',
  year: '#f0e07a',
};

function kindOf(one: string | null, other: string | null): Kind {
  if (one === other) return 'same';
  if (other === null) return 'only-one';
  if (one === null) return 'only-other';
  const base = (choice: string): string => choice.slice(0, choice.lastIndexOf('@'));
  return base(one) === base(other) ? 'year' : 'package';
}

/** Where two plans differ, on the map and as a list. */
export function DifferencePanel({
  plan,
  words,
  options,
  view,
  standing,
  project,
}: CompareProps & { readonly project: ProjectDetail }) {
  const { t } = useTexts();
  const say = useSay();
  const [first, second] = view.pair;
  const one = options.find(({ key }) => key === first);
  const other = options.find(({ key }) => key === second);
  const rows = useMemo(
    () => (one === undefined || other === undefined ? [] : differencesOf(one, other)),
    [one, other],
  );
  const kinds = useMemo(() => new Map(rows.map((row) => [row.unit, kindOf(row.one, row.other)])), [rows]);
  const fill = useCallback((unit: string) => COLOURS[kinds.get(unit) ?? 'same'], [kinds]);
  const named = options.map(({ key }) => ({ value: key, label: optionName(key, say, t, standing) }));
  const name = (key: string): string => named.find(({ value }) => value === key)?.label ?? key;
  const kindText = (kind: Kind): string =>
    t(`compare.kind.${kind}`, { one: name(first), other: name(second) });
  const agreement = plan.front?.agreement ?? {};
  const columns: readonly Column<(typeof rows)[number]>[] = [
    { id: 'unit', title: say('plan-page.column.unit'), value: ({ unit }) => words.unit(unit), min: 110 },
    {
      id: 'kind',
      title: t('compare.how'),
      value: ({ unit }) => kindText(kinds.get(unit) ?? 'same'),
      min: 150,
    },
    { id: 'one', title: name(first), value: (row) => words.choice(row.one), min: 180, grow: 1.5 },
    { id: 'other', title: name(second), value: (row) => words.choice(row.other), min: 180, grow: 1.5 },
    ...(plan.front === null
      ? []
      : [
          {
            id: 'share',
            title: say('plan-page.column.share'),
            value: ({ unit }: (typeof rows)[number]) => agreement[unit]?.share ?? null,
            cell: ({ unit }: (typeof rows)[number]) =>
              agreement[unit] === undefined ? '–' : `${Math.round(100 * agreement[unit].share)} %`,
            number: true,
          },
        ]),
  ];
  return (
    <Stack gap="sm" component="section" aria-label={t('compare.difference')}>
      <Title order={2}>{t('compare.difference')}</Title>
      <Group gap="md" align="flex-end">
        <Select
          w={240}
          label={t('compare.first')}
          data={named}
          value={first}
          allowDeselect={false}
          onChange={(next) => view.setPair(next ?? first, second)}
        />
        <Select
          w={240}
          label={t('compare.second')}
          data={named}
          value={second}
          allowDeselect={false}
          onChange={(next) => view.setPair(first, next ?? second)}
        />
      </Group>
      <Text role="status">{t('compare.differs', { count: rows.length, all: plan.units.length })}</Text>
      <div
        style={{
          display: 'grid',
          gap: 16,
          gridTemplateColumns: 'repeat(auto-fit, minmax(min(460px, 100%), 1fr))',
        }}
      >
        <MapPanel
          project={project}
          label={t('compare.difference-map', { one: name(first), other: name(second) })}
          fill={fill}
          selected={view.unit}
          onPick={view.pickUnit}
          height={380}
          legend={
            <LegendList entries={KINDS.map((kind) => ({ colour: COLOURS[kind], text: kindText(kind) }))} />
          }
        />
        <DataTable
          label={t('compare.difference')}
          rows={rows}
          columns={columns}
          idOf={({ unit }) => unit}
          selected={view.unit}
          onPick={view.pickUnit}
          height={380}
        />
      </div>
    </Stack>
  );
}
