import { describe, expect, test } from 'vitest';
import { authorOverlap, compareFirstAuthors, nameParts } from './name-parts.ts';
import { authors } from './reference.fixture.ts';

const one = (name: string) => nameParts(authors(name));

describe('names across databases', () => {
  test.each([
    ['Adeli, Khosrow', 'Adeli K'],
    ['Khosrow Adeli', 'Adeli, K.'],
    ['ADELI, K', 'Adeli, Khosrow'],
    ['Müller, H.', 'Mueller, Hans'],
    ['Müller, H.', 'Muller H'],
    ['Al-Dwairi, A.', 'AlDwairi A'],
    ["O'Brien, P.", 'OBrien P'],
    ['van der Berg, J. A.', 'Berg JA'],
    ['Wang, Xiaoming', 'Xiao Ming Wang'],
    ['LI Wei', 'Li, W.'],
    ['王伟', '王 伟'],
  ])('%s is %s', (a, b) => expect(compareFirstAuthors(one(a), one(b))).toBe(1));

  test.each([
    ['Adeli, K.', 'Lewis, K.'],
    ['Garcia, Maria', 'Lopez, Maria'],
    ['王伟', '王强'],
  ])('%s is not %s', (a, b) => expect(compareFirstAuthors(one(a), one(b))).toBe(-1));

  test('authors run together in one field are parted', () => {
    expect(nameParts(authors('Adeli K.Lewis G. F.')).people).toEqual([['adeli'], ['lewis']]);
    expect(nameParts(authors('王伟；李强；')).people).toEqual([['王伟'], ['李强']]);
  });

  test('Anonymous and et al. are nobody', () => {
    expect(nameParts(authors('Anonymous')).people).toEqual([]);
    expect(compareFirstAuthors(one('Anonymous'), one('Adeli, K.'))).toBe(0);
    expect(nameParts(authors('Adeli, K.', 'et al.')).people).toEqual([['adeli']]);
  });

  test('overlap is that of the shorter list, whatever the order', () => {
    const many = nameParts(authors('Adeli, K.', 'Lewis, G. F.', 'Moreau, Anne'));
    expect(authorOverlap(many, nameParts(authors('Lewis G', 'Chen W')))).toBe(0.5);
    expect(authorOverlap(nameParts(authors('Lewis G')), many)).toBe(1);
    expect(authorOverlap(many, nameParts([]))).toBeNull();
  });
});
