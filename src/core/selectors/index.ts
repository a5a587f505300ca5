export * from './ast';
export * from './canonicalise';
export * from './evaluate';
export * from './parse';
export * from './print';
export * from './decide/decide';
export * from './terms';
