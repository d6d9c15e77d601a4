export * from './matrix';
export * from './assess';
