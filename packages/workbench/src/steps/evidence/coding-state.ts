import {
  agreementRatings,
  codedStudies,
  judgeAgreement,
  krippendorffAlpha,
  suggestThemes,
} from '@aftermine/science/evidence';
import type { CodingState } from '../../ports/index.ts';
import type { Review } from './review.ts';

/** What coders say of studies, how well they agree, and which codes often stand together. */
export function codingState({ codings, codebook }: Pick<Review, 'codings' | 'codebook'>): CodingState {
  const { studies, disputed } = codedStudies(codings.codings, codebook);
  const { coders, units, ratings } = agreementRatings(codings.codings);
  const alpha = coders.length < 2 ? null : krippendorffAlpha(ratings, 'nominal');
  const twice = ratings.filter((row) => row.filter((one) => one !== null).length > 1).length;
  return {
    studies: studies.length,
    disputed: disputed.length,
    coders,
    units: units.length,
    twice,
    alpha,
    verdict: judgeAgreement(
      typeof alpha === 'number' ? alpha : null,
      units.length === 0 ? 0 : twice / units.length,
      codebook.agreement,
    ),
    themes: suggestThemes(studies),
  };
}
