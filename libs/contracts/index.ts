export * from './roles';
export * from './facts';
export * from './codes';
export * from './decision';
export * from './arrival';
export * from './visit-form';
export * from './views';
export * from './session';
