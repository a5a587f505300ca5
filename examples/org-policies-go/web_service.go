// Package calicopolicies is what every team of Acme gets: a template and a check.
package calicopolicies

import (
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
	"github.com/cdk8s-calico/cdk8s-calico-go/cdk8scalico"
	"github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2"
)

// WebServiceProps are the options of a WebService.
type WebServiceProps struct {
	Namespace string
	App       string
	Port      float64
	Owner     string
	Staged    bool
}

// WebService lets the ingress controllers reach a web service, and nobody else.
type WebService struct {
	cdk8scalico.PolicyTemplate
	props WebServiceProps
}

// NewWebService gives the override the outermost struct: its methods are those that the library calls.
func NewWebService(scope constructs.Construct, id string, props WebServiceProps) *WebService {
	w := &WebService{props: props}
	cdk8scalico.NewPolicyTemplate_Override(w, scope, &id, &cdk8scalico.TemplateInfo{
		Name:      jsii.String("acme/web-service"),
		Summary:   jsii.String("Lets the ingress controllers reach a web service, and nobody else."),
		UseWhen:   jsii.Strings("A service speaks HTTP, and is reached through the ingress controllers."),
		AvoidWhen: jsii.Strings("Other namespaces call it directly."),
		Changes:   &[]*cdk8scalico.TemplateChange{{Version: jsii.String("1.0.0"), Change: jsii.String("First version.")}},
	}, &cdk8scalico.PolicyTemplateProps{Staged: &props.Staged})

	controllers := cdk8scalico.Peer_Of(cdk8scalico.Selector_Label(jsii.String("app")).EqualTo(jsii.String("ingress-controller")))
	w.AddNetworkPolicy(jsii.String("policy"), &cdk8scalico.NetworkPolicyProps{
		Metadata: &cdk8s.ApiObjectMetadata{
			Name:      jsii.String("web-service-" + props.App),
			Namespace: &props.Namespace,
			Labels:    &map[string]*string{"acme.example/owner": &props.Owner},
		},
		Selector: cdk8scalico.Selector_Label(jsii.String("app")).EqualTo(&props.App),
		Types:    &[]cdk8scalico.PolicyType{cdk8scalico.PolicyType_INGRESS},
		Ingress: &[]cdk8scalico.Rule{cdk8scalico.Rule_Allow(&cdk8scalico.RuleProps{
			Protocol:    cdk8scalico.Protocol_TCP(),
			Source:      controllers.InNamespacesNamed(jsii.String("ingress")),
			Destination: cdk8scalico.Peer_Ports(cdk8scalico.Port_Of(&props.Port)),
		})},
	})
	return w
}

// Probes overrides the abstract method: the library calls it.
func (w *WebService) Probes() *[]*cdk8scalico.ProbeSet {
	cluster := cdk8scalico.NewProbeCluster()
	cluster.AddNamespace(&w.props.Namespace, nil)
	cluster.AddNamespace(jsii.String("ingress"), nil)
	cluster.AddPod(&w.props.Namespace, jsii.String("service"), &cdk8scalico.ProbePod{Labels: &map[string]*string{"app": &w.props.App}})
	cluster.AddPod(jsii.String("ingress"), jsii.String("controller"),
		&cdk8scalico.ProbePod{Labels: &map[string]*string{"app": jsii.String("ingress-controller")}})
	cluster.AddPod(jsii.String("ingress"), jsii.String("bare"), nil)

	from := func(source cdk8scalico.FlowEnd, port float64) *cdk8scalico.Flow {
		service := cdk8scalico.FlowEnd_Pod(&w.props.Namespace, jsii.String("service"))
		return &cdk8scalico.Flow{Source: source, Destination: service, DestinationPort: &port}
	}
	controller := cdk8scalico.FlowEnd_Pod(jsii.String("ingress"), jsii.String("controller"))
	bare := cdk8scalico.FlowEnd_Pod(jsii.String("ingress"), jsii.String("bare"))
	return &[]*cdk8scalico.ProbeSet{{
		Name:      jsii.String("its callers, and pods that look like them"),
		Cluster:   cluster,
		MustAllow: &[]*cdk8scalico.Flow{from(controller, w.props.Port)},
		MustDeny:  &[]*cdk8scalico.Flow{from(controller, w.props.Port+1), from(bare, w.props.Port)},
	}}
}
