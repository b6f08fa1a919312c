import { escapeMarkup, say } from '@aftermine/science/base';
import { type Both, both, pageLink, plainPage } from '../../browser-page.ts';

/** A collection as its page shows it. */
export interface OgcPageCard {
  readonly id: string;
  readonly title: Both;
  readonly about: Both;
  readonly crs: readonly string[];
  readonly bbox: readonly number[] | null;
  readonly years: readonly [number, number] | null;
}

const told = (key: string): Both => ({ zh: say('zh', `ogc.${key}`), en: say('en', `ogc.${key}`) });
const path = (id: string): string => `/ogc/collections/${encodeURIComponent(id)}`;
const paragraph = (text: Both): string =>
  `<p lang="zh-CN">${escapeMarkup(text.zh)}</p><p lang="en">${escapeMarkup(text.en)}</p>`;
const list = (items: readonly string[]): string =>
  `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

/** Where everything is, for people who open the address that QGIS is given. */
export function landingPage(): string {
  return plainPage(
    told('page.title'),
    paragraph(told('about')) +
      list([
        pageLink('/ogc/collections', told('page.collections')),
        pageLink('/ogc/conformance', told('page.conformance')),
        pageLink('/ogc/api', told('page.api')),
        pageLink('/api/docs', told('page.docs')),
        pageLink('/ogc?f=json', told('page.json')),
        pageLink('/', told('page.app')),
      ]),
  );
}

export function conformancePage(classes: readonly string[]): string {
  return plainPage(
    told('page.conformance'),
    `${list(classes.map((one) => `<code>${escapeMarkup(one)}</code>`))}<p>${back()}</p>`,
  );
}

export function collectionsPage(cards: readonly OgcPageCard[]): string {
  const rows = cards.map(({ id, title, about }) => `${pageLink(path(id), title)}<br>${both(about, '<br>')}`);
  return plainPage(
    told('page.collections'),
    `${cards.length === 0 ? paragraph(told('page.empty')) : list(rows)}<p>${back()}</p><p>${pageLink('/ogc/collections?f=json', told('page.json'))}</p>`,
  );
}

export function collectionPage({ id, title, about, crs, bbox, years }: OgcPageCard): string {
  const facts = [
    ...(bbox === null ? [] : [[told('page.extent'), bbox.map((one) => one.toFixed(5)).join(', ')] as const]),
    ...(years === null ? [] : [[told('page.years'), years.join('–')] as const]),
    [told('page.crs'), crs.join('\n')] as const,
  ];
  return plainPage(
    title,
    paragraph(about) +
      `<dl>${facts.map(([name, value]) => `<dt>${both(name, ' · ')}</dt><dd>${escapeMarkup(value).replaceAll('\n', '<br>')}</dd>`).join('')}</dl>` +
      list([
        pageLink(`${path(id)}/items?limit=100`, told('page.items')),
        pageLink(`${path(id)}?f=json`, told('page.json')),
        pageLink('/ogc/collections', told('page.collections')),
      ]),
  );
}

function back(): string {
  return pageLink('/ogc', told('page.title'));
}
