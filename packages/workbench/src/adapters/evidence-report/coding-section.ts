import { isUnknown, say as sayText } from '@aftermine/science/base';
import { type Html, html } from '../observation-report/html.ts';
import { section } from '../observation-report/page-parts.ts';
import type { EvidencePage } from './evidence-page.ts';

/** How many studies are coded, how well coders agree, and codes that often stand together. */
export function codingSection({ report, language, say, code }: EvidencePage): Html {
  const { studies, disputed, coders, units, twice, alpha, verdict, themes } = report.coding;
  if (units === 0) return section('coding', say('coding'), html`<p>${say('coding.none')}</p>`);
  return section(
    'coding',
    say('coding'),
    html`<p class="lead">${say('coding.lead', { studies, units, coders: coders.join(', ') })}</p><p>${
      alpha === null
        ? say('coding.one-coder')
        : isUnknown(alpha)
          ? sayText(language, `unknown.${alpha.reason}`, alpha.params)
          : say('coding.alpha', {
              alpha: alpha.toFixed(3),
              twice,
              verdict: sayText(language, `evidence.agreement.${verdict}`),
            })
    } ${disputed > 0 && say('coding.disputed', { count: disputed })}</p>${
      themes.length > 0 &&
      html`<h3>${say('coding.themes')}</h3><p>${say('coding.themes-lead')}</p><ul>${themes.map(
        ({ codes, studies: in_ }) =>
          html`<li>${codes.map(code).join(' + ')} <small>${say('coding.theme-studies', { count: in_.length })}</small></li>`,
      )}</ul>`
    }`,
  );
}
