import { describe, expect, test } from 'vitest';
import { parseSentinel2Metadata } from './sentinel-2-metadata.ts';

const OFFSETS = Array.from(
  { length: 13 },
  (_, id) => `<BOA_ADD_OFFSET band_id="${id}">${id === 8 ? -900 : -1000}</BOA_ADD_OFFSET>`,
);
const XML = `<?xml version="1.0" encoding="UTF-8"?>
<n1:Level-2A_User_Product xmlns:n1="https://psd-14.sentinel2.eo.esa.int/PSD/User_Product_Level-2A.xsd"><n1:General_Info>
<Product_Info><PRODUCT_START_TIME>2023-07-15T02:55:51.024Z</PRODUCT_START_TIME><PROCESSING_LEVEL>Level-2A</PROCESSING_LEVEL>
<PROCESSING_BASELINE>05.09</PROCESSING_BASELINE><Datatake><SPACECRAFT_NAME>Sentinel-2A</SPACECRAFT_NAME>
<DATATAKE_SENSING_START>2023-07-15T02:55:51.024Z</DATATAKE_SENSING_START></Datatake></Product_Info>
<Product_Image_Characteristics><QUANTIFICATION_VALUES_LIST><BOA_QUANTIFICATION_VALUE unit="none">10000</BOA_QUANTIFICATION_VALUE>
</QUANTIFICATION_VALUES_LIST><BOA_ADD_OFFSET_VALUES_LIST>${OFFSETS.join('')}</BOA_ADD_OFFSET_VALUES_LIST></Product_Image_Characteristics>
</n1:General_Info><n1:Quality_Indicators_Info><Cloud_Coverage_Assessment>12.5</Cloud_Coverage_Assessment></n1:Quality_Indicators_Info>
</n1:Level-2A_User_Product>`;

describe('MTD_MSIL2A.xml', () => {
  test('level, moment, baseline, satellite and cloud are read', () => {
    expect(parseSentinel2Metadata(XML)).toMatchObject({
      level: 'L2A',
      datetime: '2023-07-15T02:55:51.024Z',
      baseline: '05.09',
      platform: 'sentinel-2a',
      quantification: 10_000,
      cloudCover: 12.5,
    });
  });

  test('offsets are assigned by band_id, of which 8 is B8A', () => {
    const { offsets } = parseSentinel2Metadata(XML)!;
    expect([
      offsets.get('B02'),
      offsets.get('B08'),
      offsets.get('B8A'),
      offsets.get('B12'),
      offsets.size,
    ]).toEqual([-1000, -1000, -900, -1000, 13]);
  });

  test('products older than baseline 04.00 have no offsets', () => {
    const old =
      '<Level-2A_User_Product><PROCESSING_BASELINE>02.14</PROCESSING_BASELINE></Level-2A_User_Product>';
    expect(parseSentinel2Metadata(old)).toMatchObject({ baseline: '02.14', quantification: null });
    expect(parseSentinel2Metadata(old)!.offsets.size).toBe(0);
  });

  test('other XML, and entities, lead to nothing', () => {
    expect(parseSentinel2Metadata('<html></html>')).toBeNull();
    const hostile =
      '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><PROCESSING_BASELINE>&e;</PROCESSING_BASELINE>';
    expect(parseSentinel2Metadata(hostile)).toMatchObject({ baseline: null, platform: null });
  });
});
