import { Button, Group, Text } from '@mantine/core';
import { IconCurrentLocation } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTexts } from '../app/language.ts';
import { numberText } from '../parts/numbers.ts';
import classes from './map-panel.module.css';
import { placeReadOut } from './place-read-out.ts';
import type { SiteMap } from './site-map.ts';

interface ReadOutProps {
  readonly site: SiteMap;
  readonly code: string;
  readonly point: readonly [x: number, y: number] | null;
  readonly cross: boolean;
  readonly onCross: (cross: boolean) => void;
  readonly words: (values: readonly number[] | null, side: 'first' | 'second') => string;
  /** Where the second raster begins; null without one. */
  readonly share: number | null;
  readonly elevation: (x: number, y: number) => number | null;
}

/** What is under the pointer, or under a cross in the middle that the arrow keys move over the map. */
export function ReadOut({ site, code, point, cross, onCross, words, share, elevation }: ReadOutProps) {
  const { t, language } = useTexts();
  const [centre, setCentre] = useState<readonly [number, number] | null>(null);
  useEffect(() => {
    if (!cross) return;
    const tell = (): void => {
      const at = site.map.getView().getCenter() as [number, number] | undefined;
      setCentre((before) =>
        at === undefined || (before !== null && before[0] === at[0] && before[1] === at[1]) ? before : at,
      );
    };
    tell();
    return site.onMove(tell);
  }, [site, cross]);
  const at = cross ? centre : point;
  const place = at === null ? null : placeReadOut(code, at[0], at[1]);
  const parts: string[] = [];
  if (at !== null) {
    const pixel = site.map.getPixelFromCoordinate([at[0], at[1]]);
    const isSecond = share !== null && pixel !== null && pixel[0]! > share * (site.map.getSize()?.[0] ?? 0);
    const view = isSecond ? site.second : site.first;
    parts.push(words(view.valuesAt(at[0], at[1]), isSecond ? 'second' : 'first'));
    const unit = site.shapes.unitAt(at[0], at[1]);
    if (unit !== null) parts.push(t('map.read.unit', { unit }));
    if (place !== null) {
      const { gaussKrueger, longitude, latitude } = place;
      if (gaussKrueger !== null)
        parts.push(
          t('map.read.grid', {
            zone: gaussKrueger.zone,
            meridian: gaussKrueger.meridian,
            east: gaussKrueger.easting.toFixed(1),
            north: gaussKrueger.northing.toFixed(1),
            code: gaussKrueger.code,
          }),
        );
      parts.push(t('map.read.degrees', { lon: longitude.toFixed(6), lat: latitude.toFixed(6) }));
    }
    const height = elevation(at[0], at[1]);
    if (height !== null) parts.push(t('map.read.height', { height: numberText(height, language, 1) }));
  }
  return (
    <Group className={classes.read} gap={6} wrap="nowrap" align="flex-start">
      <Button
        size="compact-xs"
        variant={cross ? 'filled' : 'default'}
        aria-pressed={cross}
        title={t('map.cross-hint')}
        onClick={() => onCross(!cross)}
        leftSection={<IconCurrentLocation size={14} aria-hidden />}
      >
        {t('map.cross')}
      </Button>
      <Text size="xs" component="output" aria-live={cross ? 'polite' : 'off'} data-testid="map-read-out">
        {parts.filter((part) => part !== '').join(' · ')}
      </Text>
    </Group>
  );
}
