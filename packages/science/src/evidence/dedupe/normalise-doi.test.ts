import { describe, expect, test } from 'vitest';
import { isPreprintDoi, isVersions, normaliseDoi } from './normalise-doi.ts';

describe('DOIs in one form', () => {
  test.each([
    ['10.1016/j.x.2010.01.001', '10.1016/J.X.2010.01.001'],
    ['https://doi.org/10.1016/j.x.2010.01.001', '10.1016/J.X.2010.01.001'],
    ['http://dx.doi.org/10.1016%2Fj.x.2010.01.001', '10.1016/J.X.2010.01.001'],
    ['doi: 10.1016/j.x.2010.01.001.', '10.1016/J.X.2010.01.001'],
    ['10.1016/j.x.2010.01.001 [doi]', '10.1016/J.X.2010.01.001'],
    ['10.1016/S0140-6736(05)66988-1', '10.1016/S0140-6736(05)66988-1'],
    ['10.1016/0304-4165(95)', '10.1016/0304-4165(95)'],
    ['(see 10.1016/j.x.2010.01.001)', '10.1016/J.X.2010.01.001'],
    [
      '10.1002/(SICI)1097-0258(19980430)17:8&lt;857::AID-SIM777&gt;3.0.CO;2-E',
      '10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E',
    ],
  ])('%s', (text, doi) => expect(normaliseDoi(text)).toBe(doi));

  test('what is no DOI is null', () => {
    for (const text of [null, '', 'n/a', '10.1', 'PMC3245', '10.1016']) expect(normaliseDoi(text)).toBeNull();
  });

  test('a normalised DOI stays as it is', () => {
    const doi = normaliseDoi('https://doi.org/10.1111/(abc)x.1');
    expect(normaliseDoi(doi)).toBe(doi);
  });

  test('versions differ in the last number alone', () => {
    expect(isVersions('10.1002/14651858.CD001234.PUB2', '10.1002/14651858.CD001234.PUB3')).toBe(true);
    expect(isVersions('10.1002/14651858.CD001234', '10.1002/14651858.CD001234.PUB2')).toBe(true);
    expect(isVersions('10.21203/RS.3.RS-1/V1', '10.21203/RS.3.RS-1/V2')).toBe(true);
    expect(isVersions('10.1093/EHJCVP/PVV044', '10.1093/EHJCVP/PVV045')).toBe(false);
  });

  test('preprint servers are known by their prefixes', () => {
    expect(isPreprintDoi('10.1101/2020.03.22.002386')).toBe(true);
    expect(isPreprintDoi('10.1101/GR.123456.111')).toBe(false);
    expect(isPreprintDoi(null)).toBe(false);
  });
});
