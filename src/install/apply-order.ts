import { ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { FluxOptions, fluxKustomization } from './flux';

/** Annotations by which Argo CD is told when and how to apply an object. */
const SYNC_WAVE = 'argocd.argoproj.io/sync-wave';
const SYNC_OPTIONS = 'argocd.argoproj.io/sync-options';

/**
 * Charts in the order in which they have to be applied: each needs what the one before it brought, such as the kinds of its objects.
 */
export class ApplyOrder {
  /**
   * An order of these charts, first to last.
   *
   * @throws where there is none, or a chart is there twice
   */
  public static of(...charts: Chart[]): ApplyOrder {
    if (charts.length === 0) {
      throw new Error('ApplyOrder.of: no chart is given: give them in the order in which they are to be applied');
    }
    const twice = charts.find((chart, index) => charts.indexOf(chart) !== index);
    if (twice !== undefined) {
      throw new Error(`ApplyOrder.of: the chart ${twice.node.path} is given twice: name it where it is first needed`);
    }
    return new ApplyOrder(charts);
  }

  private constructor(
    /** The charts, first to last. */
    public readonly charts: Chart[],
  ) {}

  /** The same order with further charts at its end. */
  public with(...charts: Chart[]): ApplyOrder {
    return ApplyOrder.of(...this.charts, ...charts);
  }

  /**
   * Makes each chart depend on the one before it: cdk8s then numbers the files, and `kubectl apply -f` of the folder takes them in turn.
   */
  public forKubectl(): ApplyOrder {
    this.charts.slice(1).forEach((chart, index) => chart.addDependency(this.charts[index]));
    return this;
  }

  /**
   * Makes each chart depend on the one before it: cdk8s then numbers the files, and `kubectl apply -f` of a folder goes by name.
   * server-side; objects of kinds that come with an earlier wave aren't tried out before those are there.
   *
   * @param firstWave the wave of the first chart. @default - such that the last one gets wave 0
   */
  public forArgoCd(firstWave: number = (1 - this.charts.length) * 10): ApplyOrder {
    const defined = new Set<string>();
    this.charts.forEach((chart, index) => {
      const objects = objectsOf(chart);
      for (const object of objects) {
        object.metadata.addAnnotation(SYNC_WAVE, String(firstWave + index * 10));
        const options = syncOptions(object, defined);
        if (options.length > 0) {
          object.metadata.addAnnotation(SYNC_OPTIONS, options.join(','));
        }
      }
      objects.flatMap(groupDefinedBy).forEach((group) => defined.add(group));
    });
    return this;
  }

  /**
   * Adds one Kustomization of Flux for each chart, which waits for the one before it. Flux applies server-side. The app has to be written with
   * `YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE`.
   *
   * @param scope a chart that is in none of the folders
   */
  public forFlux(scope: Construct, options: FluxOptions): ApplyOrder {
    if (this.charts.includes(Chart.of(scope))) {
      throw new Error(`${scope.node.path}: the Kustomizations of Flux would lie in a folder that they apply: create them in a chart outside the order`);
    }
    let previous: string | undefined;
    this.charts.forEach((chart, index) => {
      previous = fluxKustomization(scope, { ...options, chart, index, previous });
    });
    return this;
  }
}

function objectsOf(chart: Chart): ApiObject[] {
  return chart.node.findAll().filter((construct): construct is ApiObject => ApiObject.isApiObject(construct) && Chart.of(construct) === chart);
}

function syncOptions(object: ApiObject, defined: ReadonlySet<string>): string[] {
  if (object.kind === 'CustomResourceDefinition') {
    return ['ServerSideApply=true'];
  }
  return defined.has(object.apiGroup) ? ['SkipDryRunOnMissingResource=true'] : [];
}

/** The API groups that come with an object: a CustomResourceDefinition, an extension of the API, or the operator, which brings what it manages. */
function groupDefinedBy(object: ApiObject): string[] {
  const name = object.name ?? '';
  return object.kind === 'CustomResourceDefinition' || object.kind === 'APIService' ? [name.slice(name.indexOf('.') + 1)]
    : object.kind === 'Deployment' && name === 'tigera-operator' ? ['operator.tigera.io', 'projectcalico.org'] : [];
}
