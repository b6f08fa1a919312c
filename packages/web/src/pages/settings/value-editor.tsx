import { Checkbox, Fieldset, Group, SegmentedControl, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTexts } from '../../app/language.ts';
import { faultText, type InputName, PlainInput } from './plain-input.tsx';
import { ListRows, TableRows } from './row-editors.tsx';
import { kindOf, plainSchema, type Schema } from './schema-fields.ts';
import { type Fault, readTyped, type Typed, typedOf } from './typed-value.ts';

export interface EditorProps {
  readonly schema: Schema;
  readonly typed: Typed;
  readonly onChange: (next: Typed) => void;
  readonly faults: Readonly<Record<string, Fault>>;
  /** Place of the value in the whole that is edited. */
  readonly at: string;
  /** What the value is called. */
  readonly label: string;
  /** True where the name stands above already. */
  readonly isNamed?: boolean;
  readonly mayBeEmpty?: boolean;
}

/** Whatever a setting may hold as fields and rows: no brackets, no JSON. */
export function ValueEditor(props: EditorProps) {
  const { schema: given, typed, onChange, faults, at, label, isNamed = false, mayBeEmpty = false } = props;
  const { t } = useTexts();
  const schema = plainSchema(given);
  const own = faults[at];
  if (typed.is === 'plain') {
    const name: InputName = isNamed ? { 'aria-label': label } : { label };
    return (
      <PlainInput
        schema={schema}
        text={typed.text}
        onType={(text) => onChange({ is: 'plain', text })}
        fault={own}
        name={name}
        mayBeEmpty={mayBeEmpty}
        {...(isNamed || schema.description === undefined ? {} : { description: schema.description })}
      />
    );
  }
  if (typed.is === 'way')
    return (
      <Stack gap="xs">
        <SegmentedControl
          size="xs"
          style={{ alignSelf: 'flex-start' }}
          aria-label={label}
          value={String(typed.way)}
          onChange={(next) =>
            onChange({
              is: 'way',
              way: Number(next),
              value: typedOf(undefined, schema.anyOf![Number(next)]!),
            })
          }
          data={schema.anyOf!.map((way, i) => ({ value: String(i), label: way.title ?? String(i + 1) }))}
        />
        <ValueEditor
          {...props}
          schema={{
            ...schema.anyOf![typed.way]!,
            ...(schema['x-unit'] === undefined ? {} : { 'x-unit': schema['x-unit'] }),
          }}
          typed={typed.value}
          isNamed
          onChange={(value) => onChange({ ...typed, value })}
        />
      </Stack>
    );
  const inner =
    typed.is === 'group' ? (
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs" verticalSpacing="xs">
        {Object.entries(schema.properties!).map(([key, one]) => (
          <ValueEditor
            key={key}
            schema={one}
            typed={typed.parts[key]!}
            onChange={(next) => onChange({ ...typed, parts: { ...typed.parts, [key]: next } })}
            faults={faults}
            at={at === '' ? key : `${at}/${key}`}
            label={one.title ?? key}
            mayBeEmpty={schema.required?.includes(key) !== true}
          />
        ))}
      </SimpleGrid>
    ) : typed.is === 'table' ? (
      <TableRows {...props} schema={schema} typed={typed} />
    ) : isChecks(schema) ? (
      <Checks schema={schema} typed={typed} onChange={onChange} label={label} />
    ) : (
      <ListRows {...props} schema={schema} typed={typed} />
    );
  const told = (
    <Stack gap="xs">
      {inner}
      {own !== undefined && (
        <Text size="xs" c="red.9" role="alert">
          {faultText(own, t)}
        </Text>
      )}
    </Stack>
  );
  if (isNamed) return told;
  return (
    <Fieldset
      legend={label}
      variant="filled"
      p="xs"
      styles={{ legend: { fontWeight: 600 } }}
      style={{ gridColumn: '1 / -1' }}
    >
      {schema.description !== undefined && (
        <Text size="xs" className="soft" mb={6}>
          {schema.description}
        </Text>
      )}
      {told}
    </Fieldset>
  );
}

/** A list of which each value of a choice may be a member. */
function isChecks(schema: Schema): boolean {
  return schema.items !== undefined && kindOf(schema.items) === 'choice';
}

function Checks({
  schema,
  typed,
  onChange,
  label,
}: {
  readonly schema: Schema;
  readonly typed: Extract<Typed, { is: 'list' }>;
  readonly onChange: (next: Typed) => void;
  readonly label: string;
}) {
  const choice = plainSchema(schema.items!);
  const picked = (readTyped(typed, schema).value ?? []) as readonly unknown[];
  return (
    <Checkbox.Group
      aria-label={label}
      value={picked.map(String)}
      onChange={(next) =>
        onChange({
          is: 'list',
          items: choice
            .enum!.map(String)
            .filter((one) => next.includes(one))
            .map((text) => ({ is: 'plain', text })),
        })
      }
    >
      <Group gap="md">
        {choice.enum!.map((one) => (
          <Checkbox key={one} value={String(one)} label={choice['x-names']?.[String(one)] ?? String(one)} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}
