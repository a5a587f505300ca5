/** How eBPF programs are attached to interfaces. */
export enum BpfAttachType {
  /** By TCX, which shares the interface with programs of others and falls back to TC on old kernels. */
  TCX = 'TCX',
  /** By TC. */
  TC = 'TC',
}

/** The connections to Services that are balanced when a process connects. */
export enum BpfConnectTimeLoadBalancing {
  /** Those of TCP. */
  TCP = 'TCP',
  /** Those of TCP and UDP. */
  ENABLED = 'Enabled',
  /** None. */
  DISABLED = 'Disabled',
}

/** What the clean-up of the eBPF connection table logs. */
export enum BpfConntrackLogLevel {
  /** Nothing. */
  OFF = 'Off',
  /** All that it does. */
  DEBUG = 'Debug',
}

/** What removes old entries of the eBPF connection table. */
export enum BpfConntrackMode {
  /** Felix decides by the kernel. */
  AUTO = 'Auto',
  /** Felix itself. */
  USERSPACE = 'Userspace',
  /** An eBPF program. */
  BPF_PROGRAM = 'BPFProgram',
}

/** What happens when the eBPF connection table is full. */
export enum BpfConntrackScaling {
  /** Felix makes it twice as large. */
  DOUBLE_IF_FULL = 'DoubleIfFull',
  /** It stays as it is, and new connections fail. */
  DISABLED = 'Disabled',
}

/** How strictly packets have to come in by the interface that leads back to their source. */
export enum BpfReversePathFilter {
  /** They don't have to. */
  DISABLED = 'Disabled',
  /** By the very interface that the route to the source takes. */
  STRICT = 'Strict',
  /** There has to be a route to the source. */
  LOOSE = 'Loose',
}

/** How connections from outside reach a Service's pod on another node. */
export enum BpfExternalServiceMode {
  /** Both ways through the node that they came to. */
  TUNNEL = 'Tunnel',
  /** Answers go straight to the client, with the address of the node that the request came to. */
  DSR = 'DSR',
}

/** What Felix does with the kernel's hardening of eBPF code. */
export enum BpfJitHardening {
  /** Lower the strict mode, which costs speed. */
  AUTO = 'Auto',
  /** Leave it. */
  STRICT = 'Strict',
}

/** What eBPF programs log to the kernel's trace pipe. */
export enum BpfLogLevel {
  /** Nothing. */
  OFF = 'Off',
  /** The more important steps. */
  INFO = 'Info',
  /** Every step for each packet, which is slow. */
  DEBUG = 'Debug',
}
