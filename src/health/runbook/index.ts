export { debugScript } from './debug-script';
export { healthScript } from './health-script';
export { SCRIPT_MARK } from './script';
export type { Script } from './script';
