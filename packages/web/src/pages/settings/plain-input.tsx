import { Select, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../app/language.ts';
import { kindOf, plainSchema, type Schema } from './schema-fields.ts';
import type { Fault } from './typed-value.ts';

/** How an input is named: to be seen, or to be heard only, in rows whose heads stand above. */
export type InputName = { readonly label: string } | { readonly 'aria-label': string };

/** One number, text, choice or yes-or-no, with its unit beside it and what is wrong below it. */
export function PlainInput({
  schema: given,
  text,
  onType,
  fault,
  name,
  description,
  placeholder = '',
  mayBeEmpty = false,
}: {
  readonly schema: Schema;
  readonly text: string;
  readonly onType: (text: string) => void;
  readonly fault: Fault | undefined;
  readonly name: InputName;
  readonly description?: ReactNode;
  readonly placeholder?: string;
  /** True where nothing may be stated, so that a choice can be taken back. */
  readonly mayBeEmpty?: boolean;
}) {
  const { t } = useTexts();
  const schema = plainSchema(given);
  const kind = kindOf(schema);
  const unit = schema['x-unit'];
  const shared = {
    ...name,
    description,
    error:
      fault === undefined ? null : fault.kind === 'pattern' ? t(patternKey(schema)) : faultText(fault, t),
    styles: { description: { color: 'var(--ink-soft)' } },
    placeholder,
    ...(unit === undefined
      ? {}
      : {
          inputContainer: (input: ReactNode) => (
            <span style={{ display: 'flex', alignItems: 'center', gap: 6 }}>
              <span style={{ flex: 1, minWidth: 64 }}>{input}</span>
              <Text span size="xs" className="soft">
                {unit}
              </Text>
            </span>
          ),
        }),
  };
  if (kind === 'choice' || kind === 'flag')
    return (
      <Select
        {...shared}
        clearable={mayBeEmpty}
        allowDeselect={mayBeEmpty}
        data={
          kind === 'flag'
            ? [
                { value: 'true', label: t('settings.yes') },
                { value: 'false', label: t('settings.no') },
              ]
            : schema.enum!.map((one) => ({
                value: String(one),
                label: schema['x-names']?.[String(one)] ?? String(one),
              }))
        }
        value={text === '' ? null : text}
        onChange={(next) => onType(next ?? '')}
      />
    );
  return (
    <TextInput
      {...shared}
      inputMode={kind === 'number' ? 'decimal' : 'text'}
      value={text}
      onChange={(event) => onType(event.currentTarget.value)}
    />
  );
}

/** How a text is to be written, for the patterns of the settings. */
function patternKey({ pattern = '' }: Schema) {
  if (pattern === '^\\d{4}$') return 'settings.fault.year' as const;
  if (pattern.startsWith('^(0[1-9]')) return 'settings.fault.month-day' as const;
  return pattern.startsWith('^[a-z]') ? ('settings.fault.id' as const) : ('settings.fault.pattern' as const);
}

/** What is wrong, in words. */
export function faultText({ kind, low, high }: Fault, t: ReturnType<typeof useTexts>['t']): string {
  if (kind !== 'range') return t(`settings.fault.${kind}`, { low, high });
  if (high >= Number.MAX_SAFE_INTEGER) return t('settings.fault.above', { low });
  return t('settings.fault.range', { low, high });
}
