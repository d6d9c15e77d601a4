// A smaller PNG of the same picture: at most 256 colours, each pixel the nearest of them. What a screen shows of text and surfaces has few colours that
// are frequent, so that the eye sees no difference, and the file is less than half as large.
import { deflateSync } from 'node:zlib';

const MOST = 256;

/**
 * @param pixels - red, green, blue, alpha of each pixel, row by row; alpha is left out
 * @returns the file
 */
export function palettePng(width, height, pixels) {
  const { palette, indexOf } = paletteOf(pixels);
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = 4 * (y * width + x);
      rows[y * (width + 1) + 1 + x] = indexOf(
        (pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2],
      );
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8); // 8 bits, by palette, no filter of its own, not interlaced
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk(
      'PLTE',
      Buffer.from(palette.flatMap(c => [c >> 16, (c >> 8) & 255, c & 255])),
    ),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The most frequent colours, but each far enough from those before it, so that rare ones have one near them too. */
function paletteOf(pixels) {
  const counts = new Map();
  for (let at = 0; at < pixels.length; at += 4) {
    const color = (pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2];
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  const frequent = [...counts].sort((a, b) => b[1] - a[1]).map(([c]) => c);
  // the closest distance at which the palette is large enough for all of them
  let palette = [];
  for (let apart = 0; ; apart += 3) {
    palette = [];
    let left = 0;
    for (const color of frequent) {
      if (apart && palette.some(p => distance(p, color) < apart * apart)) {
        continue;
      }
      if (palette.length < MOST) palette.push(color);
      else left += 1;
      if (left > 0 && apart < 60) break;
    }
    if (left === 0 || apart >= 60) break;
  }
  const nearest = new Map();
  const indexOf = color => {
    let index = nearest.get(color);
    if (index === undefined) {
      index = 0;
      palette.forEach((p, i) => {
        if (distance(p, color) < distance(palette[index], color)) index = i;
      });
      nearest.set(color, index);
    }
    return index;
  };
  return { palette, indexOf };
}

/** Squared, over red, green and blue. */
function distance(a, b) {
  const red = (a >> 16) - (b >> 16);
  const green = ((a >> 8) & 255) - ((b >> 8) & 255);
  const blue = (a & 255) - (b & 255);
  return red * red + green * green + blue * blue;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc(body), body.length + 4);
  return framed;
}

/** As PNG asks for (ISO/IEC 15948, annex D). */
function crc(bytes) {
  let c = 0xffffffff;
  for (const byte of bytes) {
    c ^= byte;
    for (let i = 0; i < 8; i++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  }
  return (c ^ 0xffffffff) >>> 0;
}
