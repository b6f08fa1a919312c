/** Systems that files from China come in; any other EPSG code can be typed. */
export const CRS_CHOICES: readonly { readonly value: string; readonly label: string }[] = [
  { value: 'EPSG:4490', label: 'CGCS2000 · EPSG:4490' },
  { value: 'EPSG:4326', label: 'WGS 84 · EPSG:4326' },
  ...Array.from({ length: 21 }, (_, i) => ({
    value: `EPSG:${4513 + i}`,
    label: `CGCS2000 3° GK ${25 + i} (${25 + i}xxxxxx) · EPSG:${4513 + i}`,
  })),
  ...Array.from({ length: 21 }, (_, i) => ({
    value: `EPSG:${4534 + i}`,
    label: `CGCS2000 3° GK CM ${75 + 3 * i}E · EPSG:${4534 + i}`,
  })),
  ...Array.from({ length: 11 }, (_, i) => ({
    value: `EPSG:${32643 + i}`,
    label: `WGS 84 UTM ${43 + i}N · EPSG:${32643 + i}`,
  })),
];

/** Encodings that attribute tables come in. */
export const ENCODINGS = ['gb18030', 'utf-8', 'big5', 'windows-1252', 'shift_jis'] as const;
