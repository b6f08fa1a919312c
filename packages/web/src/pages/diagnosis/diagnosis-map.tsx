import type { Finding } from '@aftermine/science/diagnose';
import { Group, SegmentedControl, Text } from '@mantine/core';
import type { ProjectDetail, UnitRow } from 'aftermine/contract';
import { useCallback, useMemo } from 'react';
import { useTexts } from '../../app/language.ts';
import { useView } from '../../app/use-view.ts';
import { MapPanel } from '../../map/map-panel.tsx';
import { useSay } from '../../parts/use-say.ts';
import { LegendList } from '../plan/legend-list.tsx';
import { MODES, modeColour, OPEN_COLOUR } from './modes.ts';
import { STANDINGS, type Standing, standingOf } from './standing.ts';

/** Fills of standings, light enough for outlines to show. */
const FILLS: Readonly<Record<Standing, string>> = {
  critical: '#c8473f',
  major: '#e48a3a',
  minor: '#ecd06f',
  open: '#c9cfcb',
  clean: '#8fd0a8',
};

/** Units by mode of restoration, or by their gravest problem. */
export function DiagnosisMap({
  project,
  rows,
  findingsOf,
  selected,
  onPick,
}: {
  readonly project: ProjectDetail;
  readonly rows: readonly UnitRow[];
  /** Null where the project is too large for the whole record: then only modes are coloured. */
  readonly findingsOf: ReadonlyMap<string, readonly Finding[]> | null;
  readonly selected: string | null;
  readonly onPick: (unit: string | null) => void;
}) {
  const { t } = useTexts();
  const say = useSay();
  const [{ layer }, setView] = useView();
  const by = layer === 'standing' && findingsOf !== null ? 'standing' : 'mode';
  const modes = useMemo(() => new Map(rows.map((row) => [row.id, row.class])), [rows]);
  const fill = useCallback(
    (unit: string) =>
      by === 'mode' ? modeColour(modes.get(unit) ?? null) : FILLS[standingOf(findingsOf?.get(unit) ?? [])],
    [by, modes, findingsOf],
  );
  const entries =
    by === 'mode'
      ? [
          ...MODES.filter((mode) => rows.some((row) => row.class === mode)).map((mode) => ({
            colour: modeColour(mode),
            text: say(`restoration-mode.${mode}`),
          })),
          ...(rows.some((row) => row.class === null)
            ? [{ colour: OPEN_COLOUR, text: say('diagnosis-page.mode-open') }]
            : []),
        ]
      : STANDINGS.map((standing) => ({
          colour: FILLS[standing],
          text: say(`diagnosis-page.legend.${standing}`),
        }));
  const told = t(by === 'mode' ? 'diagnosis.by-mode' : 'diagnosis.by-standing');
  return (
    <div>
      <Group gap="xs" mb={6}>
        <Text size="sm" className="soft" id="diagnosis-colour">
          {t('diagnosis.colour-by')}
        </Text>
        <SegmentedControl
          size="xs"
          aria-labelledby="diagnosis-colour"
          value={by}
          onChange={(next) => setView({ layer: next })}
          data={[
            { value: 'mode', label: t('diagnosis.by-mode') },
            { value: 'standing', label: t('diagnosis.by-standing'), disabled: findingsOf === null },
          ]}
        />
      </Group>
      <MapPanel
        project={project}
        label={t('diagnosis.map', { by: told })}
        fill={fill}
        selected={selected}
        onPick={onPick}
        height={360}
        legend={<LegendList entries={entries} />}
      />
    </div>
  );
}
