import { tilesSuite } from '../tiles/tiles.suite.ts';
import { MemoryTiles } from './memory-tiles.ts';

tilesSuite('MemoryTiles', () => new MemoryTiles());
