import { rastersSuite } from '../rasters.suite.ts';
import { MemoryRasters } from './memory-rasters.ts';

rastersSuite('MemoryRasters', () => ({ rasters: new MemoryRasters(), place: (file) => file }));
