import { DEFAULT_THEME, mergeMantineTheme } from '@mantine/core';
import { expect, test } from 'vitest';
import {
  contrastOf,
  LEAST_CONTRAST,
  PAGE,
  readableColours,
  readableOn,
  readableShades,
} from './readable-colours.ts';
import { theme } from './theme.ts';

const whole = mergeMantineTheme(DEFAULT_THEME, theme);
/** The hue `dark` is for dark pages, which there are none of. */
const hues = Object.entries(whole.colors).filter(([hue]) => hue !== 'dark');

test('contrast is that of WCAG: black on white 21, #777 on white just too little', () => {
  expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 6);
  expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(contrastOf('#ffffff', '#767676')).toBeCloseTo(4.54, 2);
});

test('every hue can be read on its pale ground, on the page, and below white', () => {
  expect(hues.length).toBeGreaterThan(10);
  for (const [hue, shades] of hues) {
    const { darkest, lightColor, filled, filledHover, text } = readableShades(shades);
    const told: readonly (readonly [string, string])[] = [
      [lightColor, shades[1]!],
      [lightColor, shades[2]!],
      [lightColor, '#ffffff'],
      [darkest, PAGE],
      [darkest, shades[1]!],
      [lightColor, PAGE],
      ['#ffffff', filled],
      ['#ffffff', filledHover],
      [text, '#ffffff'],
      [text, PAGE],
      [text, shades[1]!],
    ];
    for (const [one, ground] of told)
      expect(contrastOf(one, ground), `${hue}: ${one} on ${ground}`).toBeGreaterThanOrEqual(LEAST_CONTRAST);
  }
});

test('soft, placeholder and error texts can be read wherever they stand', () => {
  const { light } = readableColours(whole);
  const pale = hues.map(([, shades]) => shades[1]!);
  const grounds = ['#ffffff', PAGE, ...pale];
  for (const ground of grounds)
    expect(contrastOf(light['--mantine-color-dimmed']!, ground), ground).toBeGreaterThanOrEqual(
      LEAST_CONTRAST,
    );
  for (const name of ['placeholder', 'error'])
    for (const ground of ['#ffffff', PAGE])
      expect(contrastOf(light[`--mantine-color-${name}`]!, ground)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
});

test('what can be read already stays as it is', () => {
  expect(readableOn('#1d5c4d', ['#ffffff', PAGE])).toBe('#1d5c4d');
  expect(readableOn('#ffffff', ['#ffffff'])).not.toBe('#ffffff');
});
