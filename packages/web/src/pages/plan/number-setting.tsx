import { NumberInput } from '@mantine/core';
import type { SettingsEditor } from './use-settings-draft.ts';

/** One number of the settings; empty where nothing is stated. Where nothing may be stated, emptying it takes the key away. */
export function NumberSetting({
  editor,
  path,
  label,
  description,
  min = 0,
  max,
  step = 1,
  isYear = false,
  removes,
}: {
  readonly editor: SettingsEditor;
  readonly path: readonly string[];
  readonly label: string;
  readonly description?: string;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  /** Years have no thousands. */
  readonly isYear?: boolean;
  /** What goes from the file when the field is emptied: the key itself, or the group that means nothing without it. */
  readonly removes?: readonly string[];
}) {
  const value = editor.at(path);
  return (
    <NumberInput
      size="sm"
      w={230}
      label={label}
      {...(description === undefined ? {} : { description })}
      value={typeof value === 'number' ? value : ''}
      min={min}
      {...(max === undefined ? {} : { max })}
      step={step}
      thousandSeparator={isYear ? '' : ','}
      onChange={(next) => {
        if (typeof next === 'number' && Number.isFinite(next)) editor.change(path, next);
        else if (next === '' && removes !== undefined) editor.change(removes, undefined);
      }}
    />
  );
}
