import type { Text, Texts } from '../catalogue/index.ts';
import type { SettingText } from './setting-text.ts';

/** Sections whose settings are figures of games, and where the catalogue names them. */
const GAMES = [
  ['plan.games.', 'game-parameter.'],
  ['control.policy.', 'policy.parameter.'],
] as const;

const ABOUT: Text = {
  en: 'A figure of the models that explain incentives and upkeep; illustrative until the project states its own.',
  zh: '解释激励与管护的模型参数；未由项目设定前仅为示意。',
};

/** The text of a figure of a game, whose name stands in the catalogue already; undefined for anything else. */
export function gameText(path: string, catalogue: Texts): SettingText | undefined {
  for (const [section, prefix] of GAMES) {
    if (!path.startsWith(section)) continue;
    const text = catalogue[`${prefix}${path.slice(section.length)}`];
    if (text !== undefined)
      return { name: { en: text.en[0]!.toUpperCase() + text.en.slice(1), zh: text.zh }, about: ABOUT };
  }
  return undefined;
}
