/** When not to take a template that only opens, in a tier of its own or in the one that is given. */
export function whereOpeningFails(direction: 'ingress' | 'egress'): string[] {
  return [
    `A tier is given that ends with Deny, as \`default\` does, and the pods' ${direction} is to stay open: a policy closes what it selects to all else.`,
    'Policies of the applications are in a tier that ends with Deny: give one before it, such as `platform` of baseline/tier-skeleton; the template\'s own comes later.',
  ];
}
