import { ApiObject, App, Chart, Lazy, Names } from 'cdk8s';
import { Construct } from 'constructs';

/** Where Flux finds what cdk8s wrote. */
export interface FluxOptions {
  /** Name of the source that holds the output, such as a GitRepository. */
  readonly sourceName: string;

  /** Kind of that source. @default GitRepository */
  readonly sourceKind?: string;

  /** Path of the output folder in the source. @default ./dist */
  readonly path?: string;

  /** Namespace of the Kustomizations and of the source. @default flux-system */
  readonly namespace?: string;

  /** Time between reconciliations, in Flux's words. @default 10m */
  readonly interval?: string;

  /** Text before the names of the Kustomizations. @default calico */
  readonly namePrefix?: string;
}

/** One chart in an order. */
export interface FluxStep extends FluxOptions {
  readonly chart: Chart;
  readonly index: number;
  /** Name of the Kustomization that has to be ready before. */
  readonly previous?: string;
}

/** Adds the Kustomization of one chart, and tells its name. */
export function fluxKustomization(scope: Construct, step: FluxStep): string {
  const { chart, index, previous, sourceName, sourceKind = 'GitRepository', path = './dist', namespace = 'flux-system', interval = '10m', namePrefix = 'calico' } = step;
  const name = `${namePrefix}-${index + 1}-${chart.node.id.toLowerCase().replace(/[^a-z0-9-]/g, '-')}`;
  new ApiObject(scope, name, {
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    metadata: { name, namespace },
    spec: {
      interval,
      path: Lazy.any({ produce: () => `${path.replace(/\/$/, '')}/${folderOf(chart)}` }),
      // Pods of the network have to run before what needs them; CRDs have to be established.
      wait: true,
      prune: false,
      sourceRef: { kind: sourceKind, name: sourceName },
      ...(previous !== undefined && { dependsOn: [{ name: previous }] }),
    },
  });
  return name;
}

/** The folder that cdk8s writes a chart to. It numbers all of them where one chart depends on another, which is known at synthesis only. */
function folderOf(chart: Chart): string {
  const { charts } = chart.node.root as App;
  const name = Names.toDnsLabel(chart);
  const numbered = charts.some(({ node }) => node.dependencies.some((dependency) => Chart.isChart(dependency)));
  return numbered ? `${String(charts.indexOf(chart)).padStart(4, '0')}-${name}` : name;
}
