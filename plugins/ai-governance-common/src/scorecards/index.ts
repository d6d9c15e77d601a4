export * from './named';
