import { describe, expect, test } from 'vitest';
import { namesIn, namesInCell } from './author-list.ts';

describe('names in a field', () => {
  test('are parted at semicolons of both widths and at line ends, a last one is nothing', () => {
    expect(namesIn('唐力;刘启钢；孙文桥;')).toEqual(['唐力', '刘启钢', '孙文桥']);
    expect(namesIn('Smith, J.; Doe, A.\nRoe, K.')).toEqual(['Smith, J.', 'Doe, A.', 'Roe, K.']);
    expect(namesIn(' ; ;')).toEqual([]);
  });

  test('in Chinese are parted at commas too, but family and given name are not', () => {
    expect(namesIn('颜宏,石德成,尹尚军')).toEqual(['颜宏', '石德成', '尹尚军']);
    expect(namesIn('徐敏、何世伟')).toEqual(['徐敏', '何世伟']);
    expect(namesIn('施, 洋')).toEqual(['施, 洋']);
    expect(namesIn('蒙思丞[1,2];苏建健[3]')).toEqual(['蒙思丞', '苏建健']);
  });

  test('hold entities whole', () => {
    expect(namesIn('R&amp;D Group; Doe, J.')).toEqual(['R&amp;D Group', 'Doe, J.']);
  });
});

describe('names in a cell', () => {
  const cells: readonly (readonly [cell: string, names: readonly string[]])[] = [
    ['P Nazzaro; M Manzari', ['P Nazzaro', 'M Manzari']],
    ['de Medeiros LM, Stahlschmidt R.', ['de Medeiros LM', 'Stahlschmidt R.']],
    ['Smith, J., Doe, A.B.', ['Smith, J.', 'Doe, A.B.']],
    ['Smith, Jane', ['Smith, Jane']],
    ['J. Hermann, B. Grothe and A. Klug', ['J. Hermann', 'B. Grothe', 'A. Klug']],
    ['C. W. Purdy, D. C. Straus, Jr. and G. S. Foster', ['C. W. Purdy', 'D. C. Straus, Jr.', 'G. S. Foster']],
    ['Jane Doe, John Roe, Kim Poe', ['Jane Doe', 'John Roe', 'Kim Poe']],
    ['Adeli K.Lewis G. F.', ['Adeli K.', 'Lewis G. F.']],
    ['Waumans Y.Van Der Veken P.De Meyer G. R. Y.', ['Waumans Y.', 'Van Der Veken P.', 'De Meyer G. R. Y.']],
    ['J.Smith', ['J.Smith']],
    [
      'Officers and Coordinators for the Research Group',
      ['Officers and Coordinators for the Research Group'],
    ],
    ["['Marx, Karl', \"O'Hara, J.\"]", ['Marx, Karl', "O'Hara, J."]],
  ];
  for (const [cell, names] of cells) test(cell, () => expect(namesInCell(cell)).toEqual(names));
});
