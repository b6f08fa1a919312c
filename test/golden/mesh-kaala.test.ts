import { readFileSync } from 'node:fs';
import { effectiveMeshSize, labelPatches } from '@aftermine/science/diagnose';
import { expect, test } from 'vitest';
import { CogRasters } from '../../packages/workbench/src/adapters/cog/cog-rasters.ts';
import { describeWithData, golden } from '../golden.ts';

interface Expected {
  restopt_kaala: {
    mesh_1976_cells: number;
    mesh_2021_cells: number;
    cell_ha: number;
    landscape_cells: number;
  };
}

const folder = 'planning/restopt_kaala';

/** Patches of one habitat raster, the cells of the landscape, and the hectares of a cell as the raster states them. */
async function patchesOf(year: number, neighbours: 4 | 8) {
  const file = await new CogRasters().open(golden(`${folder}/habitat_${year}_agg3.tif`));
  const { width, height, nodata, grid } = file.info;
  const samples = await file.read(0, { col: 0, row: 0, width, height });
  await file.close();
  let landscape = 0;
  for (const sample of samples) if (sample !== nodata) landscape += 1;
  const cellHa = (grid!.pixelWidth * grid!.pixelHeight) / 10_000;
  return { patches: labelPatches(samples, width, neighbours), landscape, cellHa };
}

describeWithData('effective mesh size of Mount Kaala', golden(folder), () => {
  const expected = (JSON.parse(readFileSync(golden('planning/EXPECTED.json'), 'utf8')) as Expected)
    .restopt_kaala;

  test.each([
    [1976, expected.mesh_1976_cells, 202.3892, 87],
    [2021, expected.mesh_2021_cells, 171.4035, 129],
  ])('%i, patches by four neighbours: as restopt computed it', async (year, meshCells, meshHa, count) => {
    const { patches, landscape, cellHa } = await patchesOf(year, 4);
    expect(landscape).toBe(expected.landscape_cells);
    expect(cellHa).toBeCloseTo(expected.cell_ha, 6);
    expect(patches.count).toBe(count);
    expect(effectiveMeshSize(patches.cells, landscape)).toBeCloseTo(meshCells, 4);
    const areas = Array.from(patches.cells, (cells) => cells * cellHa);
    expect(effectiveMeshSize(areas, landscape * cellHa)).toBeCloseTo(meshHa, 4);
  });

  test('corners that join make another, larger mesh: the neighbourhood is part of the figure', async () => {
    const { patches, landscape, cellHa } = await patchesOf(1976, 8);
    expect((effectiveMeshSize(patches.cells, landscape) as number) * cellHa).toBeCloseTo(221.9903, 3);
  });
});
