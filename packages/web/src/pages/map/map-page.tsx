import { Button, Group, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ProjectDetail, UnitRow } from 'aftermine/contract';
import { startTransition, useCallback, useDeferredValue, useState } from 'react';
import { healthQuery, projectQuery, unitsQuery } from '../../api/resources.ts';
import { useTexts } from '../../app/language.ts';
import { useProjectId, type useView } from '../../app/use-view.ts';
import { MapPanel } from '../../map/map-panel.tsx';
import type { RasterShown } from '../../map/raster-view.ts';
import type { SiteMap } from '../../map/site-map.ts';
import { hasTerrain } from '../../map/use-elevation.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { percentText } from '../../parts/numbers.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { projectName } from '../../parts/project-name.ts';
import { baseFaultText } from './base-fault-text.ts';
import { ComparePanel } from './compare-panel.tsx';
import { Inspector } from './inspector.tsx';
import { rasterSpec } from './layer-entries.ts';
import { LayerList } from './layer-list.tsx';
import { layerName, readOutWords } from './layer-words.ts';
import { legendOf, MapLegend } from './map-legend.tsx';
import classes from './map-page.module.css';
import { savePair, saveView } from './save-view.ts';
import { UnitsOfYear } from './units-of-year.tsx';
import { useMapState } from './use-map-state.ts';
import { useObservation } from './use-observation.ts';
import { YearSlider } from './year-slider.tsx';
import { yearTag } from './year-tag.ts';

const NO_ROWS: readonly UnitRow[] = [];
const MODES = ['none', 'swipe', 'side', 'flicker'] as const;

/** The site in any year: layers, map, the picked unit, and the same as a table. */
export function MapPage() {
  const { t } = useTexts();
  const project = useQuery(projectQuery(useProjectId()));
  if (project.error !== null)
    return <ProblemNote error={project.error} onRetry={() => void project.refetch()} />;
  if (project.data === undefined) return <PageSkeleton />;
  const isEmpty = project.data.extent === null && project.data.layers.length === 0;
  return isEmpty ? (
    <>
      <PageHead title={t('map.title')} />
      <EmptyState
        title={t('map.empty')}
        action={
          <Button component={Link} to={`/p/${encodeURIComponent(project.data.id)}/data` as never}>
            {t('map.empty-action')}
          </Button>
        }
      >
        {t('map.empty-text')}
      </EmptyState>
    </>
  ) : (
    <SiteOfProject project={project.data} />
  );
}

function SiteOfProject({ project }: { readonly project: ProjectDetail }) {
  const { t, language } = useTexts();
  const state = useMapState(project);
  const { view, setView, entry, year, year2, quality, isStill } = state;
  const observation = useObservation(project);
  const { record } = observation;
  const units = useQuery(unitsQuery(project.id));
  const health = useQuery(healthQuery);
  const [site, setSite] = useState<SiteMap | null>(null);
  const [shown, setShown] = useState<RasterShown | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const [baseFailed, setBaseFailed] = useState<unknown>(null);
  const selected = view.unit ?? null;
  // Words and tables of a year come after its picture.
  const slowYear = useDeferredValue(year);
  const { setViewLater } = state;
  const pick = useCallback((unit: string) => setViewLater({ unit }), [setViewLater]);
  const clear = useCallback(() => setViewLater({ unit: undefined }), [setViewLater]);
  const sortBy = useCallback(
    (sort: string) => setViewLater({ sort: sort === '' ? undefined : sort }),
    [setViewLater],
  );
  const layer = entry === null ? t('map.layer-none') : layerName(entry, language);
  const sentence = sentenceOf(t, { layer, year, quality, isStill, language });
  const words = useCallback(
    (values: readonly number[] | null) => readOutWords(entry, values, language),
    [entry, language],
  );
  const mode = view.compare ?? 'none';
  const canCompare = !isStill && entry !== null && year !== null && year2 !== null;
  const range =
    shown !== null && (shown.spec === state.raster || shown.spec === state.raster2)
      ? shown.range
      : (entry?.range ?? null);
  const told = {
    project,
    legend: entry === null ? null : legendOf(entry, view.key, range, language),
    layer: entry === null ? '' : layer,
    version: health.data?.version ?? '',
    withGraticule: state.ground.graticule,
    language,
  };
  const tagOf = (one: number): string => yearTag(project, record, one, language);
  const pickYear = (next: number): void => {
    // The picture first: words, tables and the address follow in their own time.
    if (entry !== null && mode === 'none') site?.first.show(rasterSpec(project, entry, next, view.key));
    startTransition(() => state.pickYear(next));
  };
  const panel = {
    label: t('map.label', { project: projectName(project, language), what: sentence }),
    selected,
    onPick: (unit: string | null) => setView({ unit: unit ?? undefined }),
    height: 'min(62vh, 680px)',
    ahead: state.ahead,
    ground: state.ground,
    valueWords: words,
    onShown: (next: RasterShown) => {
      setFailed(null);
      setShown(next);
    },
    onFailed: setFailed,
    onBase: setBaseFailed,
  } as const;
  return (
    <>
      <PageHead
        title={t('map.title')}
        sentence={sentence}
        actions={
          <>
            <Button size="compact-sm" variant="light" onClick={() => site?.fit()}>
              {t('map.whole')}
            </Button>
            <Button
              size="compact-sm"
              variant="light"
              disabled={site === null}
              onClick={() => {
                if (site !== null)
                  void saveView(site, told, isStill || year === null ? '' : tagOf(year)).catch(setFailed);
              }}
            >
              {t('map.save')}
            </Button>
          </>
        }
      />
      <ProblemNote error={failed ?? observation.error ?? units.error} />
      {baseFailed !== null && <ProblemNote error={new Error(baseFaultText(baseFailed, language))} />}
      <div className={classes.columns}>
        <div>
          <LayerList state={state} hasTerrain={hasTerrain(project)} />
          {entry !== null && (
            <div style={{ marginTop: 8 }}>
              <MapLegend
                entry={entry}
                styleKey={view.key}
                range={range}
                onStyle={(key) => setView({ key })}
              />
            </div>
          )}
        </div>
        <div className={classes.centre}>
          <Group gap="xs" mb={6}>
            <SegmentedControl
              size="xs"
              aria-label={t('map.compare')}
              value={canCompare ? mode : 'none'}
              disabled={!canCompare}
              onChange={(next) =>
                setView(
                  next === 'none'
                    ? { compare: undefined, year2: undefined }
                    : { compare: next as 'swipe', year: year ?? undefined, year2: year2 ?? undefined },
                  true,
                )
              }
              data={MODES.map((one) => ({ value: one, label: t(`map.compare.${one}`) }))}
            />
            {mode !== 'none' && canCompare && (
              <CompareYears
                project={project}
                year={year}
                year2={year2}
                setView={setView}
                onSave={() => {
                  if (site !== null)
                    void savePair(site, told, [
                      { raster: state.raster2, tag: tagOf(year2) },
                      { raster: state.raster, tag: tagOf(year) },
                    ]).catch(setFailed);
                }}
              />
            )}
          </Group>
          {mode !== 'none' && canCompare ? (
            <ComparePanel
              project={project}
              state={state}
              mode={mode}
              panel={panel}
              before={tagOf(year2)}
              after={tagOf(year)}
              onMap={setSite}
            />
          ) : (
            <MapPanel {...panel} project={project} raster={state.raster} onMap={setSite}>
              {entry !== null &&
                !isStill &&
                year !== null &&
                (quality?.present !== true || state.raster === null) && (
                  <div className={classes.missing}>
                    <span>{t('map.sentence-missing', { year })}</span>
                  </div>
                )}
            </MapPanel>
          )}
          {!isStill && project.quality.length > 0 && (
            <YearSlider
              years={project.quality}
              year={year}
              year2={mode === 'none' ? null : year2}
              onYear={pickYear}
              ready={state.raster === null || shown?.spec === state.raster}
            />
          )}
        </div>
        <div className={classes.inspector}>
          <Inspector project={project} unit={selected} year={slowYear} record={record} onClear={clear} />
        </div>
      </div>
      <UnitsOfYear
        project={project.id}
        isWhole={observation.isSmall || !observation.isThere}
        rows={units.data?.rows ?? NO_ROWS}
        record={record}
        entry={entry}
        year={observation.isSmall ? slowYear : state.restYear}
        selected={selected}
        onPick={pick}
        sort={view.sort}
        onSort={sortBy}
      />
    </>
  );
}

function sentenceOf(
  t: ReturnType<typeof useTexts>['t'],
  {
    layer,
    year,
    quality,
    isStill,
    language,
  }: {
    readonly layer: string;
    readonly year: number | null;
    readonly quality: ProjectDetail['quality'][number] | null;
    readonly isStill: boolean;
    readonly language: 'en' | 'zh';
  },
): string {
  if (isStill || year === null || quality === null) return t('map.sentence-still', { layer });
  return quality.present
    ? t('map.sentence', {
        layer,
        year,
        seen: percentText(quality.validShare, language, 1),
        scenes: quality.scenes,
      })
    : t('map.sentence-missing', { year });
}

function CompareYears({
  project,
  year,
  year2,
  setView,
  onSave,
}: {
  readonly project: ProjectDetail;
  readonly year: number;
  readonly year2: number;
  readonly setView: ReturnType<typeof useView>[1];
  readonly onSave: () => void;
}) {
  const { t } = useTexts();
  const years = project.quality.filter(({ present }) => present).map((one) => String(one.year));
  return (
    <>
      <label>
        {t('map.compare.before')}{' '}
        <select value={year2} onChange={(event) => setView({ year2: Number(event.currentTarget.value) })}>
          {years.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      <label>
        {t('map.compare.after')}{' '}
        <select value={year} onChange={(event) => setView({ year: Number(event.currentTarget.value) })}>
          {years.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      <Button size="compact-sm" variant="light" onClick={() => setView({ year: year2, year2: year })}>
        {t('map.compare.swap')}
      </Button>
      <Button size="compact-sm" variant="light" onClick={onSave}>
        {t('map.save-pair')}
      </Button>
    </>
  );
}
