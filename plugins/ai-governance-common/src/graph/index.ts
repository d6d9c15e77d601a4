export * from './relations';
