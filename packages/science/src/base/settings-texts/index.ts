export { type SettingChange, settingChange } from './setting-change.ts';
export type { SettingText, SettingTexts } from './setting-text.ts';
export { settingValues, type ValueNames } from './setting-values.ts';
export { settingsTexts } from './settings-texts.ts';
export { type SchemaNode, settingText, tellSchema, valueName } from './tell-schema.ts';
