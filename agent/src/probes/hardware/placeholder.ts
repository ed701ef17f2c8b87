// The collector must know the same placeholders: it can't rely on an agent to have left them out.
export { isPlaceholder, toHardwareUuid } from '@assay/shared';
