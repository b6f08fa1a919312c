import { describe, expect, test } from 'vitest';
import { isNoticeOf, noticeKind } from './notice-kind.ts';

describe('notices', () => {
  test.each([
    ['Erratum: Copper in soils', 'erratum'],
    ['Corrigendum to "Copper in soils"', 'erratum'],
    ['Copper in soils (vol 12, pg 33, 2010)', 'erratum'],
    ['Copper in soils. Correction', 'erratum'],
    ['Author Correction: Copper in soils', 'erratum'],
    ['Fe de erratas', 'erratum'],
    ['更正：铜在土壤中的迁移', 'erratum'],
    ['铜在土壤中的迁移的勘误', 'erratum'],
    ['Retraction notice to: Copper in soils', 'retraction'],
    ['Retraction: Copper in soils', 'retraction'],
    ['撤稿声明：铜在土壤中的迁移', 'retraction'],
    ['RETRACTED: Copper in soils', 'retracted'],
    ['Retracted article: Copper in soils', 'retracted'],
    ['Reply to "Copper in soils"', 'reply'],
    ['Re: Copper in soils', 'reply'],
    ["Copper in soils: authors' reply", 'reply'],
    ['In reply', 'reply'],
    ['Comment on: Copper in soils', 'comment'],
    ['Commentary: copper in soils', 'comment'],
    ['Copper in soils: comment', 'comment'],
  ])('%s is %s', (title, kind) => expect(noticeKind(title)).toBe(kind));

  test.each([
    'Correction of anaemia with epoetin',
    'Immune response to copper',
    'Retraction of the uvula in sleep',
    'Discussion groups in mine closure',
    'Response of grassland to copper',
    'Community comments and mine closure',
    'Withdrawal of water by mines',
    'Copper in soils (volume 2)',
  ])('%s is a work of its own', (title) => expect(noticeKind(title)).toBeNull());

  test('a title with words of a notice before or after it announces the other', () => {
    expect(isNoticeOf('copperinminesoils', 'retractionofcopperinminesoils')).toBe(true);
    expect(isNoticeOf('copperinminesoilsreply', 'copperinminesoils')).toBe(true);
    expect(isNoticeOf('copperinminesoils', 'zincandcopperinminesoils')).toBe(false);
    expect(isNoticeOf('copperinminesoils', 'copperinminesoils')).toBe(false);
  });
});
