import { PALETTES } from '@aftermine/science/report/observation';
import { Checkbox, NativeSelect, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTexts } from '../../app/language.ts';
import type { PictureLegend } from '../../map/picture.ts';
import { type LayerEntry, readStyle, writeStyle } from './layer-entries.ts';
import { layerName, valueText } from './layer-words.ts';
import classes from './map-page.module.css';

const IDS = Object.keys(PALETTES) as (keyof typeof PALETTES)[];

/** The legend of a layer as data, for the screen and for pictures; null for pictures in true colour. */
export function legendOf(
  entry: LayerEntry,
  key: string | undefined,
  range: readonly [number, number] | null,
  language: 'en' | 'zh',
): PictureLegend | null {
  if (entry.palette === 'true-colour' || range === null) return null;
  const palette = PALETTES[readStyle(key).palette ?? entry.palette];
  return {
    title: layerName(entry, language),
    low: valueText(entry, range[0], language),
    high: valueText(entry, range[1], language),
    colours: palette.stops,
    isStepped: palette.kind === 'classes',
  };
}

/** One legend for all years, unless the reader asks for the stretch of the year; its colours are chosen here, too. */
export function MapLegend({
  entry,
  styleKey,
  range,
  onStyle,
}: {
  readonly entry: LayerEntry;
  readonly styleKey: string | undefined;
  /** Span on the screen. */
  readonly range: readonly [number, number] | null;
  readonly onStyle: (key: string | undefined) => void;
}) {
  const { t, language } = useTexts();
  const { palette, isOwn } = readStyle(styleKey);
  const legend = legendOf(entry, styleKey, range ?? entry.range, language);
  const isColour = entry.palette === 'true-colour';
  return (
    <section aria-label={t('map.legend')} className={classes.side}>
      <Text size="sm" fw={600}>
        {layerName(entry, language)}
      </Text>
      {legend !== null && (
        <>
          <Ramp colours={legend.colours} isStepped={legend.isStepped} />
          <div style={{ display: 'flex', justifyContent: 'space-between', fontSize: '0.75rem' }}>
            <span>{legend.low}</span>
            <span className="soft">{t(isOwn ? 'map.legend.own' : 'map.legend.same')}</span>
            <span>{legend.high}</span>
          </div>
          <NativeSelect
            size="xs"
            mt={4}
            label={t('map.legend.palette')}
            value={palette ?? entry.palette}
            onChange={(event) => {
              const next = event.currentTarget.value as keyof typeof PALETTES;
              onStyle(writeStyle(next === entry.palette ? null : next, isOwn));
            }}
            data={IDS.map((id) => ({ value: id, label: t(`map.palette.${id}`) }))}
          />
          {(palette ?? entry.palette) === 'grades' && (
            <Text size="xs" className="soft">
              {t('map.legend.grades')}
            </Text>
          )}
        </>
      )}
      <div className={classes.unseen}>
        <span className={classes.swatch} aria-hidden />
        {t('map.legend.unseen')}
      </div>
      {(legend !== null || isColour) && entry.years.length > 0 && (
        <Checkbox
          size="xs"
          mt={8}
          label={t('map.legend.own-toggle')}
          checked={isOwn}
          onChange={(event) => onStyle(writeStyle(palette, event.currentTarget.checked))}
        />
      )}
    </section>
  );
}

function Ramp({ colours, isStepped }: { readonly colours: readonly string[]; readonly isStepped: boolean }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const parts = isStepped
      ? colours.map(
          (colour, i) => `${colour} ${(100 * i) / colours.length}% ${(100 * (i + 1)) / colours.length}%`,
        )
      : colours;
    if (box.current !== null) box.current.style.background = `linear-gradient(to right, ${parts.join(', ')})`;
  }, [colours, isStepped]);
  return <div ref={box} className={classes.ramp} aria-hidden />;
}
