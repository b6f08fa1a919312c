import { arrayAt, isJsonRecord, type JsonRecord, textAt } from './stac-item-json.ts';

/** What kind of STAC document a JSON value is, or null. */
export function stacKind(value: unknown): 'item' | 'item-collection' | 'catalog' | null {
  if (!isJsonRecord(value)) return null;
  const versioned = textAt(value, 'stac_version') !== null;
  switch (value['type']) {
    case 'Feature':
      return versioned ? 'item' : null;
    case 'FeatureCollection': {
      const [first] = arrayAt(value, 'features');
      return versioned || (isJsonRecord(first) && textAt(first, 'stac_version') !== null)
        ? 'item-collection'
        : null;
    }
    case 'Catalog':
    case 'Collection':
      return versioned ? 'catalog' : null;
    default:
      // Catalogues before STAC 1.0 had no type.
      return versioned && Array.isArray(value['links']) && textAt(value, 'description') !== null
        ? 'catalog'
        : null;
  }
}

/** Hrefs a static catalogue leads on to: its `item` and `child` links, in their order. */
export function stacChildren(catalogue: JsonRecord): string[] {
  return arrayAt(catalogue, 'links').flatMap((link) => {
    if (!isJsonRecord(link)) return [];
    const rel = link['rel'];
    const href = textAt(link, 'href');
    return (rel === 'item' || rel === 'child') && href !== null ? [href] : [];
  });
}

/** True when an href is a path relative to its document: neither a URL nor an absolute path. */
export function isRelativeHref(href: string): boolean {
  return !/^[a-z][a-z0-9+.-]*:/i.test(href) && !/^[/\\]/.test(href) && !href.includes('\0');
}
