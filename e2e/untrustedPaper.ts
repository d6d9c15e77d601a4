import { readFile } from 'node:fs/promises';
import { expect, Page } from '@playwright/test';
import { line } from './untrustedCompany';
import { cellsOf } from './untrustedFiles';

// What leaves the portal through a button of a page: files that the browser saves, and paper.

/** What a file may do where it is opened; nothing when all is well. */
async function faultsOf(name: string, text: string): Promise<string[]> {
  if (!/^[a-z][\w-]*\.(csv|ics|json)$/.test(name)) return [`named ${name}`];
  if (name.endsWith('.json')) {
    JSON.parse(text);
    return [];
  }
  if (name.endsWith('.ics')) {
    // folded lines go on after a space; whatever else begins one is a property of its own
    return text.split('\r\n').filter(l => !/^( |[A-Z-]+[:;]|$)/.test(l));
  }
  return cellsOf(text).filter(cell => /^[=+\-@\t\r]/.test(cell));
}

/**
 * Saves every file that the page offers.
 *
 * @param buttons - by their names
 * @returns the names of the files, and what was wrong with them
 */
export async function saveFiles(
  page: Page,
  buttons = /^(Download|Save this mapping)/,
) {
  const files: string[] = [];
  const faults: string[] = [];
  const offered = page
    .locator('main, article')
    .getByRole('button', { name: buttons });
  for (const button of await offered.all()) {
    const saved = page.waitForEvent('download');
    await button.click();
    const download = await saved;
    const name = download.suggestedFilename();
    const text = await readFile(await download.path(), 'utf8');
    files.push(name);
    faults.push(...(await faultsOf(name, text)));
  }
  return { files, faults };
}

/** Has a spreadsheet of a stranger read, whose every text is hostile, and looks what would be recorded. */
export async function readSpreadsheet(page: Page) {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const rows = [
    ['System', 'Product', line],
    ['aisystem:default/untrusted', line, line],
    [line, line, line],
  ];
  const sheet = rows.map(cells => cells.map(quoted).join(',')).join('\n');
  await page.getByRole('radio', { name: /^Vendor assessments/ }).check();
  await page.getByLabel('CSV file', { exact: true }).setInputFiles({
    name: '"><img src=x onerror=window.ran(1)>.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(sheet),
  });
  await page
    .getByRole('button', { name: 'Show what would be recorded' })
    .click();
  await expect(page.getByRole('table', { name: 'Refused rows' })).toBeVisible();
}

/** Prints the page by its button, as paper and as PDF: the texts of strangers stand there as text, and no link leads astray. */
export async function printPage(page: Page) {
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  await page.getByRole('button', { name: /^Print/ }).click();
  await expect(page.locator('body[data-printed]')).toHaveCount(1);
  await page.emulateMedia({ media: 'print' });
  const paper = await page.locator('[data-printed-alone]').innerText();
  expect(paper).toContain(line.split(' =')[0]);
  const pdf = (await page.pdf()).toString('latin1');
  expect(pdf).toMatch(/^%PDF-/);
  expect(pdf).not.toMatch(/\/(JavaScript|JS|Launch|EmbeddedFile|SubmitForm)\b/);
  const links = [...pdf.matchAll(/\/URI \((.*?)\)/g)].map(([, to]) => to);
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter(to => !/^(https?|mailto):/.test(to))).toEqual([]);
  await page.emulateMedia({ media: null });
}
