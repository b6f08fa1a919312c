import { hasText, type Language, say } from '@aftermine/science/base';
import type { GradeResult } from '@aftermine/science/evidence';

/** Every step that led to a grade, as one line. */
export function gradeReasons(language: Language, { reasons }: GradeResult): string {
  const points = (add: number): string => (add > 0 ? `+${add}` : String(add));
  const said = reasons.map(({ rule, add, params }) =>
    say(language, `evidence.grade.${rule}`, {
      ...params,
      ...(params['design'] === undefined ? {} : { design: designText(language, String(params['design'])) }),
      add: rule === 'start' ? add : points(add),
    }),
  );
  return said.join(language === 'zh' ? '；' : '; ');
}

/** A design of the shipped codebook in words; that of another codebook as it is. */
function designText(language: Language, design: string): string {
  const key = `evidence-page.design.${design}`;
  return hasText(key) ? say(language, key) : design;
}
