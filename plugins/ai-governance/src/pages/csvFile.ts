import { decodeSpreadsheet } from 'backstage-plugin-ai-governance-common';
import { Texts } from '../translation';

/** Why a file is not taken that is no text. */
export const notCsv = (t: Texts) => t('pages.frame.notCsv');

const bytesOf = (file: File) =>
  new Promise<Uint8Array>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
    reader.onerror = () => reject(reader.error);
    reader.readAsArrayBuffer(file);
  });

/** The text of a file as a spreadsheet program writes it. Undefined: it is none. */
export const csvOf = async (file: File) =>
  decodeSpreadsheet(await bytesOf(file));
