export * from './entry';
export * from './chance';
export * from './draw';
