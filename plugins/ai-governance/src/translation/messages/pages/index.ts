import { bulk } from './bulk';
import { frameworks } from './frameworks';
import { health } from './health';
import { imports } from './imports';
import { inventory } from './inventory';
import { organization } from './organization';
import { policy } from './policy';
import { register } from './register';
import { registers } from './registers';
import { scorecards } from './scorecards';
import { spreadsheet } from './spreadsheet';
import { training } from './training';
import { work } from './work';
import { frame } from './frame';

export const pages = {
  bulk,
  frameworks,
  health,
  imports,
  inventory,
  organization,
  policy,
  register,
  registers,
  scorecards,
  spreadsheet,
  training,
  work,
  frame,
} as const;
