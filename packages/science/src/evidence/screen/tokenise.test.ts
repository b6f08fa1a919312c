import { expect, test } from 'vitest';
import { termsOfText, tokenise } from './tokenise.ts';

const words = (text: string): string[] => tokenise(text).map(({ word }) => word);

test('words are runs of two or more letters, digits or underscores in lower case', () => {
  expect(words('The pH of A-horizon soils: 6.5, Na_2 (CO2)!')).toEqual([
    'the',
    'ph',
    'of',
    'horizon',
    'soils',
    'na_2',
    'co2',
  ]);
  expect(words('')).toEqual([]);
  expect(words('a . b ; 7')).toEqual([]);
});

test('letters of any script count, marks that stand apart do not', () => {
  expect(words('Überlastung Ökosystem почвы érosion')).toEqual([
    'überlastung',
    'ökosystem',
    'почвы',
    'érosion',
  ]);
});

test('Chinese runs are cut into words, elements of one character are kept, Latin letters among them are not lost', () => {
  const cut = words('矿山生态修复中土壤镉污染，CO2浓度');
  expect(cut).toEqual(expect.arrayContaining(['矿山', '生态', '修复', '土壤', '镉', '污染', 'co2', '浓度']));
  expect(cut.join('')).toBe('矿山生态修复中土壤镉污染co2浓度');
});

test('full-width letters and digits are the same words as ASCII ones', () => {
  expect(words('ＰＨ值')).toEqual(words('pH值'));
});

test('places point into the text as it was given, whatever was folded', () => {
  for (const text of ['İstanbul MINE, ＣＯ２ 土壤镉 and 矿山', 'Straße ΑΣ x1', '𝔸𝔹 mine 𠀀矿']) {
    const folded = text.replaceAll('İ', 'I');
    for (const { word, from, to } of tokenise(text))
      expect(folded.slice(from, to).normalize('NFKC').toLowerCase()).toBe(
        word.normalize('NFKC').toLowerCase(),
      );
  }
});

test('terms are the words and the pairs of neighbours', () => {
  expect(termsOfText('Acid mine drainage')).toEqual([
    'acid',
    'mine',
    'acid mine',
    'drainage',
    'mine drainage',
  ]);
});
