import { NumberInput, Slider, Text } from '@mantine/core';
import { useTexts } from '../../app/language.ts';
import { percentText } from '../../parts/numbers.ts';

/** A slider and a field for each weight, and its share of them all. */
export function WeightSliders({
  weights,
  onChange,
  disabled = false,
}: {
  readonly weights: readonly { readonly id: string; readonly label: string; readonly value: number }[];
  readonly onChange: (id: string, value: number) => void;
  readonly disabled?: boolean;
}) {
  const { language } = useTexts();
  const total = weights.reduce((sum, { value }) => sum + value, 0);
  return (
    <>
      {weights.map(({ id, label, value }) => (
        <div
          key={id}
          style={{
            display: 'grid',
            gridTemplateColumns: 'minmax(64px, 150px) minmax(48px, 1fr) 72px 40px',
            gap: 8,
            alignItems: 'center',
            maxWidth: 640,
          }}
        >
          <Text size="sm">{label}</Text>
          <Slider
            value={value}
            min={0}
            max={1}
            step={0.05}
            label={null}
            thumbLabel={label}
            disabled={disabled}
            onChange={(next) => onChange(id, Math.round(100 * next) / 100)}
          />
          <NumberInput
            size="xs"
            aria-label={label}
            value={value}
            min={0}
            step={0.05}
            decimalScale={3}
            disabled={disabled}
            onChange={(next) => {
              if (typeof next === 'number' && next >= 0) onChange(id, next);
            }}
          />
          <Text size="sm" className="number">
            {total > 0 ? percentText(value / total, language) : '–'}
          </Text>
        </div>
      ))}
    </>
  );
}
