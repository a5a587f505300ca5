package calicopolicies

import (
	"github.com/aws/jsii-runtime-go"
	"github.com/cdk8s-calico/cdk8s-calico-go/cdk8scalico"
)

var policyKinds = []string{"NetworkPolicy", "GlobalNetworkPolicy", "StagedNetworkPolicy", "StagedGlobalNetworkPolicy"}

// OwnerLabel asks every policy for the team that owns it.
type OwnerLabel struct{}

var _ cdk8scalico.ICheck = &OwnerLabel{}

func (*OwnerLabel) Id() *string                         { return jsii.String("acme/owner-label") }
func (*OwnerLabel) Severity() cdk8scalico.CheckSeverity { return cdk8scalico.CheckSeverity_WARNING }
func (*OwnerLabel) Docs() *string                       { return nil }
func (*OwnerLabel) Summary() *string {
	return jsii.String("A policy has no label acme.example/owner.")
}

func (*OwnerLabel) Run(context cdk8scalico.CheckContext) {
	for _, kind := range policyKinds {
		for _, object := range *context.ObjectsOf(jsii.String("projectcalico.org"), &kind) {
			metadata, _ := object.ToManifest().(map[string]interface{})["metadata"].(map[string]interface{})
			labels, _ := metadata["labels"].(map[string]interface{})
			if labels["acme.example/owner"] == nil {
				context.Report(&cdk8scalico.CheckFault{
					Object: object,
					Field:  &[]interface{}{"metadata", "labels"},
					What:   jsii.String(*object.Name() + " has no label acme.example/owner"),
					Why:    jsii.String("whoever is called at night has to know which team to wake"),
					Fix:    jsii.String("add acme.example/owner to its labels"),
				})
			}
		}
	}
}
