import { Button, Group, Select, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../app/language.ts';
import { isBaseAddress, keepBase, keptBase, type OwnBase } from '../../map/own-base.ts';
import { CopyCommand } from '../../parts/copy-command.tsx';
import { baseFileText } from '../../texts/base-file.ts';
import { Section } from '../import/section.tsx';

/** The base map of this browser. Without an address nothing is asked of any other host. */
export function BaseMap() {
  const { t, language } = useTexts();
  const [base, setBase] = useState<OwnBase | null>(keptBase);
  const [kind, setKind] = useState<'none' | OwnBase['kind']>(base?.kind ?? 'none');
  const [url, setUrl] = useState(base?.url ?? '');
  const [layer, setLayer] = useState(base?.layer ?? '');
  const [matrixSet, setMatrixSet] = useState(base?.matrixSet ?? '');
  const [crs, setCrs] = useState<NonNullable<OwnBase['crs']>>(base?.crs ?? 'EPSG:3857');
  const [saved, setSaved] = useState(false);
  const host = /^(https?:\/\/[^/{}]+)/i.exec(url)?.[1] ?? null;
  const isUsable = kind !== 'none' && isBaseAddress(kind, url.trim());
  const save = (): void => {
    const next =
      kind === 'none' || !isUsable
        ? null
        : kind !== 'wmts'
          ? { kind, url: url.trim() }
          : { kind, url: url.trim(), layer, matrixSet, crs };
    keepBase(next);
    setBase(next);
    setSaved(true);
  };
  return (
    <Section title={t('settings.base')} why={t('settings.base-why')}>
      <Group align="flex-end" gap="xs">
        <Select
          label={t('settings.base-kind')}
          data={[
            { value: 'none', label: t('settings.base-none') },
            { value: 'xyz', label: 'XYZ' },
            { value: 'wmts', label: 'WMTS' },
            { value: 'pmtiles', label: baseFileText('pmtiles', language) },
          ]}
          value={kind}
          allowDeselect={false}
          onChange={(next) => {
            setKind((next ?? 'none') as typeof kind);
            setSaved(false);
          }}
          w={220}
        />
        {kind !== 'none' && (
          <TextInput
            label={t('settings.base-url')}
            placeholder={
              kind === 'pmtiles'
                ? 'https://tiles.example.org/map.pmtiles'
                : 'https://tiles.example.org/{z}/{x}/{y}.png'
            }
            value={url}
            error={url !== '' && !isUsable ? t('settings.base-bad') : null}
            onChange={(event) => setUrl(event.currentTarget.value)}
            w={{ base: '100%', sm: 420 }}
          />
        )}
        {kind === 'wmts' && (
          <>
            <TextInput
              label={t('settings.base-layer')}
              value={layer}
              onChange={(e) => setLayer(e.currentTarget.value)}
            />
            <TextInput
              label={t('settings.base-matrix')}
              value={matrixSet}
              onChange={(e) => setMatrixSet(e.currentTarget.value)}
            />
            <Select
              label={t('import.crs')}
              data={['EPSG:3857', 'EPSG:4490']}
              value={crs}
              allowDeselect={false}
              onChange={(next) => setCrs((next ?? 'EPSG:3857') as typeof crs)}
            />
          </>
        )}
        <Button variant="light" disabled={kind !== 'none' && !isUsable} onClick={save}>
          {t('part.save')}
        </Button>
      </Group>
      {kind !== 'none' && !url.startsWith('/api/') && (
        <Group gap="xs">
          <Text size="sm">{t('settings.base-allow')}</Text>
          <CopyCommand line={`aftermine serve --map-host ${host ?? 'https://tiles.example.org'}`} />
        </Group>
      )}
      <Text size="sm" className="soft" role="status">
        {saved ? t('settings.saved') : ''}
      </Text>
    </Section>
  );
}
