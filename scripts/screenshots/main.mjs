// Makes the pictures of docs/images anew: `npm run docs:screenshots`, or `npm run docs:screenshots -- approval posture` for some of them.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumLaunchOptions } from '../chromium.mjs';
import { palettePng } from './palette.mjs';
import { pictures } from './pictures.mjs';
import { startPortal } from './portals.mjs';

const images = join(import.meta.dirname, '../../docs/images');
const MOST_BYTES = 150 * 1024;

const wanted = process.argv.slice(2);
const unknown = wanted.filter(name => !pictures.some(p => p.file === name));
if (unknown.length > 0) {
  console.error(
    `There is no picture ${unknown.join(', ')}. There are: ${pictures
      .map(p => p.file)
      .join(', ')}`,
  );
  process.exit(1);
}
const chosen = pictures.filter(
  ({ file }) => wanted.length === 0 || wanted.includes(file),
);

const daysAgo = days =>
  new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString();

async function take(browser, url, picture) {
  const { who, path, ready, width = 1400, height = 900 } = picture;
  const context = await browser.newContext({ viewport: { width, height } });
  await context.addInitScript(
    ([user, theme]) => {
      localStorage.setItem('example-portal.signed-in-as', user);
      localStorage.setItem('theme', theme);
    },
    [`user:default/${who}`, picture.theme ?? 'light'],
  );
  const page = await context.newPage();
  await page.goto(`${url}${typeof path === 'function' ? path(daysAgo) : path}`);
  await picture.open?.(page);
  await page.getByText(ready).first().waitFor({ timeout: 120_000 });
  await page
    .getByRole('progressbar')
    .first()
    .waitFor({ state: 'detached', timeout: 60_000 });
  if (picture.from) {
    await page
      .getByRole('heading', { name: picture.from, exact: true })
      .evaluate(heading => heading.scrollIntoView({ block: 'start' }));
  }
  await page.mouse.move(width - 1, height - 1);
  // what moves into place has done so
  await page.waitForTimeout(1_000);
  const shot = await page.screenshot();
  const pixels = await pixelsOf(page, shot);
  await context.close();
  return palettePng(pixels.width, pixels.height, pixels.data);
}

/** Decoded by the browser itself, on a page that the portal's content policy does not bind. */
async function pixelsOf(page, png) {
  await page.goto('about:blank');
  const { width, height, text } = await page.evaluate(async base64 => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    let binary = '';
    for (let at = 0; at < data.length; at += 32_768) {
      binary += String.fromCharCode(...data.subarray(at, at + 32_768));
    }
    return { width: image.width, height: image.height, text: btoa(binary) };
  }, png.toString('base64'));
  return { width, height, data: Buffer.from(text, 'base64') };
}

const browser = await chromium.launch(await chromiumLaunchOptions());
try {
  for (const name of ['company', 'federal']) {
    const ofPortal = chosen.filter(({ portal }) => portal === name);
    if (ofPortal.length === 0) continue;
    const portal = await startPortal(name);
    try {
      for (const picture of ofPortal) {
        const file = await take(browser, portal.url, picture);
        writeFileSync(join(images, `${picture.file}.png`), file);
        const size = `${Math.round(file.length / 1024)} KB`;
        console.log(`${picture.file}.png, ${size}`);
        if (file.length > MOST_BYTES) {
          console.error(`${picture.file}.png is larger than 150 KB`);
          process.exitCode = 1;
        }
      }
    } finally {
      await portal.stop();
    }
  }
} finally {
  await browser.close();
}
