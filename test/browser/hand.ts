import type { FileChooser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** How somebody works a page: with a mouse, or with keys alone. What they do is the same. */
export interface Hand {
  readonly way: 'mouse' | 'keys';
  /** A button, a link, a summary. */
  press(target: Locator): Promise<void>;
  /** A box or a switch. */
  tick(target: Locator): Promise<void>;
  /** One tab of a list of tabs, by its name. */
  tab(name: string): Promise<void>;
  /** One choice of a group of radios or segments. */
  pick(group: Locator, name: string): Promise<void>;
  write(field: Locator, text: string): Promise<void>;
  /** A day, as year-month-day. */
  writeDay(field: Locator, day: string): Promise<void>;
  /** One option of a list that unfolds. */
  choose(field: Locator, option: string | RegExp): Promise<void>;
  /** A row of a table, by a text in it. */
  row(table: Locator, text: string): Promise<void>;
  /** Moves a slider by so many steps. */
  slide(slider: Locator, steps: number): Promise<void>;
  /** Files, by the button that asks for them. */
  files(button: Locator, files: Files): Promise<void>;
}

/** Paths, or one file that is made up. */
export type Files =
  | string
  | readonly string[]
  | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

export function mouse(page: Page): Hand {
  return {
    way: 'mouse',
    press: (target) => target.click(),
    tick: (target) => target.click(),
    tab: (name) => page.getByRole('tab', { name, exact: true }).click(),
    pick: async (group, name) => {
      await group.getByText(name, { exact: true }).click();
    },
    write: async (field, text) => {
      await field.click();
      await field.fill(text);
    },
    writeDay: (field, day) => field.fill(day),
    choose: async (field, option) => {
      await field.click();
      await page.getByRole('option', { name: option, exact: true }).first().click();
    },
    row: async (table, text) => {
      await table.getByRole('row').filter({ hasText: text }).first().click();
      await chosenRow(table, text);
    },
    slide: async (slider, steps) => {
      await slider.scrollIntoViewIfNeeded();
      const from = (await slider.boundingBox())!;
      const track = (await slider.locator('xpath=..').boundingBox())!;
      const [low, high, now] = await Promise.all(
        ['aria-valuemin', 'aria-valuemax', 'aria-valuenow'].map(async (name) =>
          Number(await slider.getAttribute(name)),
        ),
      );
      const [x, y] = [from.x + from.width / 2, from.y + from.height / 2];
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + (Math.sign(steps) * track.width) / 4, y, { steps: 6 });
      await page.mouse.up();
      await expect
        .poll(async () => Number(await slider.getAttribute('aria-valuenow')), {
          message: `slider from ${low} to ${high}`,
          timeout: 5000,
        })
        .not.toBe(now);
    },
    files: async (button, paths) => {
      const asked = page.waitForEvent('filechooser');
      await button.click();
      await (await asked).setFiles(paths as string);
    },
  };
}

const FAR = 400;
/** A field for a day has parts of its own, which Tab walks. */
const PARTS = 5;

/** Keys alone: everything is walked to, its focus is seen, and nothing holds it. */
export function keys(page: Page): Hand {
  const press = async (target: Locator, key = 'Enter'): Promise<void> => {
    await walkTo(page, target);
    await page.keyboard.press(key);
  };
  return {
    way: 'keys',
    press: (target) => press(target),
    tick: (target) => press(target, 'Space'),
    tab: async (name) => {
      const tab = page.getByRole('tab', { name, exact: true });
      const list = tab.locator('xpath=ancestor::*[@role="tablist"][1]');
      await arrowTo(page, list.getByRole('tab', { selected: true }), tab, 'ArrowRight', 'aria-selected');
    },
    pick: async (group, name) => {
      const wanted = group.getByRole('radio', { name, exact: true });
      await walkTo(page, group.locator('input:checked'), group);
      for (let i = 0; i < 12 && !(await wanted.isChecked()); i += 1) await page.keyboard.press('ArrowRight');
      expect(await wanted.isChecked()).toBe(true);
    },
    write: async (field, text) => {
      await walkTo(page, field);
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.insertText(text);
    },
    writeDay: async (field, day) => {
      const [year, month, date] = day.split('-') as [string, string, string];
      await walkTo(page, field);
      // Which part comes first is up to the browser.
      for (const digits of [`${month}${date}${year}`, `${date}${month}${year}`, `${year}${month}${date}`]) {
        for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowLeft');
        await page.keyboard.type(digits);
        if ((await field.inputValue()) === day) return;
      }
      throw new Error(`the day ${day} cannot be typed`);
    },
    choose: async (field, option) => {
      await walkTo(page, field);
      const wanted = page.getByRole('option', { name: option, exact: true }).first();
      await page.keyboard.press('ArrowDown');
      await wanted.waitFor();
      for (let i = 0; i < FAR; i += 1) {
        if ((await wanted.getAttribute('data-combobox-selected')) !== null) break;
        await page.keyboard.press('ArrowDown');
      }
      await page.keyboard.press('Enter');
    },
    row: async (table, text) => {
      await walkTo(page, table);
      await page.keyboard.press('Home');
      const chosen = table.getByRole('row', { selected: true });
      await chosen.waitFor();
      for (let i = 0; i < FAR; i += 1) {
        const now = await chosen.getAttribute('aria-rowindex');
        if ((await chosen.innerText()).includes(text)) break;
        await page.keyboard.press('ArrowDown');
        // The next press only when this one is seen, or the row would be passed unseen.
        await expect
          .poll(() => chosen.getAttribute('aria-rowindex'), { message: `a row after ${now}`, timeout: 5000 })
          .not.toBe(now);
      }
      await chosenRow(table, text);
    },
    slide: async (slider, steps) => {
      await walkTo(page, slider);
      const now = await slider.getAttribute('aria-valuenow');
      for (let i = 0; i < Math.abs(steps); i += 1)
        await page.keyboard.press(steps > 0 ? 'ArrowRight' : 'ArrowLeft');
      expect(await slider.getAttribute('aria-valuenow')).not.toBe(now);
    },
    files: async (button, paths) => {
      const asked: Promise<FileChooser> = page.waitForEvent('filechooser');
      await press(button);
      await (await asked).setFiles(paths as string);
    },
  };
}

async function chosenRow(table: Locator, text: string): Promise<void> {
  await table.getByRole('row', { selected: true }).filter({ hasText: text }).waitFor();
}

async function arrowTo(page: Page, from: Locator, to: Locator, key: string, mark: string): Promise<void> {
  await walkTo(page, from);
  for (let i = 0; i < 20 && (await to.getAttribute(mark)) !== 'true'; i += 1) await page.keyboard.press(key);
  expect(await to.getAttribute(mark)).toBe('true');
}

/** What of an element and of what surrounds it would show that it has the focus. */
const look = (element: Element): string =>
  [element, element.parentElement, element.parentElement?.parentElement, element.nextElementSibling]
    .filter((one) => one != null)
    .map((one) => {
      const { outline, outlineOffset, boxShadow, borderColor, backgroundColor, position, left } =
        getComputedStyle(one);
      return [outline, outlineOffset, boxShadow, borderColor, backgroundColor, position, left].join(' ');
    })
    .join('\n');

/** Presses Tab until the target has the focus; the focus must be seen, and must go on with every press. */
async function walkTo(page: Page, target: Locator, seen = target): Promise<void> {
  await target.waitFor({ state: 'attached' });
  const here = (): Promise<boolean> => target.evaluate((element) => element === document.activeElement);
  if (await here()) return;
  const before = await target.evaluate(look);
  let held = 0;
  for (let presses = 0; ; presses += 1) {
    if (presses > FAR) throw new Error(`not reached with ${FAR} presses of Tab: ${target}`);
    const last = await page.evaluateHandle(() => document.activeElement);
    await page.keyboard.press('Tab');
    if (await here()) break;
    const isHeld = await last.evaluate((one) => one !== document.body && one === document.activeElement);
    await last.dispose();
    held = isHeld ? held + 1 : 0;
    expect(held, 'the focus is not held by anything').toBeLessThan(PARTS);
  }
  await expect
    .poll(() => target.evaluate(look), { message: `focus of ${target} is seen`, timeout: 5000 })
    .not.toBe(before);
  const inSight = (): Promise<boolean> =>
    seen.evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return bottom > 48 && top < innerHeight;
    });
  await expect.poll(inSight, { message: `${target} is in sight`, timeout: 5000 }).toBe(true);
}
