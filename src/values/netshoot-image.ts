/** The image of debug pods: a shell with network tools. */
export const NETSHOOT_IMAGE = 'nicolaka/netshoot';
