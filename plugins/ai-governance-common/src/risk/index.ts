export * from './matrix';
export * from './assess';
export * from './evidenceStanding';
export * from './levelsOverTime';
