import { controlSettingTexts } from './control.ts';
import { diagnoseSettingTexts } from './diagnose.ts';
import { observeSettingTexts } from './observe.ts';
import { planSettingTexts } from './plan.ts';
import { siteSettingTexts } from './site.ts';

/**
 * Name, sentence and unit of every setting of `aftermine.yaml`, by its path, in both languages. The schema that `aftermine schema`
 * prints and the form of the web app take their words from here and nowhere else.
 */
export const settingsTexts = {
  ...siteSettingTexts,
  ...observeSettingTexts,
  ...diagnoseSettingTexts,
  ...planSettingTexts,
  ...controlSettingTexts,
};
