export * from './owner-label';
export * from './presets';
export * from './web-service';
