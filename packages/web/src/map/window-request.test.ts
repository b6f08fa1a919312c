import { expect, it } from 'vitest';
import type { Box } from './value-window.ts';
import { overviewRequest, windowRequest } from './window-request.ts';

const SMALL: Box = [0, 0, 6000, 6000];
const LARGE: Box = [0, 0, 600_000, 600_000];

it('a small layer comes as a whole, whatever part is looked at', () => {
  expect(windowRequest(SMALL, [100, 100, 900, 900], 30, 30)).toEqual({ box: SMALL, width: 200, height: 200 });
  expect(windowRequest(SMALL, [5000, 5000, 9000, 9000], 30, 30)).toEqual({
    box: SMALL,
    width: 200,
    height: 200,
  });
});

it('nothing finer than the file is asked for', () => {
  expect(windowRequest(SMALL, [100, 100, 200, 200], 0.5, 30)).toEqual({
    box: SMALL,
    width: 200,
    height: 200,
  });
});

it('a view beside the layer asks for nothing', () => {
  expect(windowRequest(SMALL, [7000, 0, 9000, 900], 30, 30)).toBeNull();
});

it('a small move over a large layer asks for the window that is here', () => {
  const one = windowRequest(LARGE, [100_000, 100_000, 130_000, 130_000], 30, 30);
  const moved = windowRequest(LARGE, [100_900, 100_900, 130_900, 130_900], 30, 30);
  expect(moved).toEqual(one);
});

it('for any view the window covers what is seen of the layer, inside the layer, with pixels no coarser than the screen', () => {
  let seed = 7;
  const random = (): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  for (let i = 0; i < 500; i += 1) {
    const resolution = 5 + random() * 300;
    const [x, y] = [random() * 650_000 - 20_000, random() * 650_000 - 20_000];
    const view: Box = [x, y, x + resolution * 1000, y + resolution * 700];
    const found = windowRequest(LARGE, view, resolution, 10);
    if (found === null) continue;
    const { box, width, height } = found;
    expect(box[0]).toBeLessThanOrEqual(Math.max(LARGE[0], view[0]));
    expect(box[1]).toBeLessThanOrEqual(Math.max(LARGE[1], view[1]));
    expect(box[2]).toBeGreaterThanOrEqual(Math.min(LARGE[2], view[2]));
    expect(box[3]).toBeGreaterThanOrEqual(Math.min(LARGE[3], view[3]));
    expect(box[0]).toBeGreaterThanOrEqual(LARGE[0]);
    expect(box[3]).toBeLessThanOrEqual(LARGE[3]);
    if (width < 4096)
      expect((box[2] - box[0]) / width).toBeLessThanOrEqual(Math.max(10, resolution) * 1.0001);
    if (height < 4096)
      expect((box[3] - box[1]) / height).toBeLessThanOrEqual(Math.max(10, resolution) * 1.0001);
  }
});

it('the picture that comes first is the overview of at most 512 pixels, whatever part is looked at', () => {
  const all = { box: LARGE, width: 2000, height: 2000 };
  const part: Box = [0, 0, 60_000, 60_000];
  expect(overviewRequest(LARGE, all, 300)).toEqual({ box: LARGE, width: 500, height: 500 });
  expect(overviewRequest(LARGE, { box: part, width: 1024, height: 1024 }, 30)).toEqual({
    box: LARGE,
    width: 313,
    height: 313,
  });
});

it('nothing comes before a window that is small itself, or of a file that is not known yet', () => {
  expect(overviewRequest(LARGE, { box: LARGE, width: 600, height: 600 }, 300)).toBeNull();
  expect(overviewRequest(LARGE, { box: LARGE, width: 2000, height: 2000 }, null)).toBeNull();
});
