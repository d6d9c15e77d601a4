/**
 * The kind, record types, risk method, controls and evaluation of AI governance for Backstage.
 *
 * @packageDocumentation
 */
export * from './entity';
export * from './records';
export * from './cases';
export * from './risk';
export * from './policy';
export * from './graph';
export * from './models';
export * from './controls';
export * from './scorecards';
export * from './decisions';
export * from './frameworks';
export * from './training';
export * from './api';
export * from './permissions';
export * from './evaluate';
export * from './neededRecords';
export * from './skeleton';
export * from './results';
export * from './state';
export * from './instant';
export * from './canonical';
export * from './spreadsheet';
export * from './text';
export * from './bareAddresses';
