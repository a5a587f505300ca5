package calicopolicies

import (
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
	"github.com/cdk8s-calico/cdk8s-calico-go/cdk8scalico"
	"github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2"
)

func TestMain(m *testing.M) {
	code := m.Run()
	jsii.Close()
	os.Exit(code)
}

func webService(chart cdk8s.Chart, staged bool) *WebService {
	return NewWebService(chart, "api", WebServiceProps{Namespace: "shop", App: "api", Port: 8080, Owner: "shop", Staged: staged})
}

func TestAWebServiceKeepsWhatItsProbesPromise(t *testing.T) {
	for _, staged := range []bool{false, true} {
		results := *webService(cdk8s.Testing_Chart(), staged).Prove()
		if len(results) != 3 {
			t.Errorf("staged %v: %d probes", staged, len(results))
		}
		for _, result := range results {
			if !*result.Holds {
				t.Errorf("staged %v: %s", staged, *result.Verdict.ToText())
			}
		}
	}
}

func TestAStagedWebServiceEnforcesNothing(t *testing.T) {
	chart := cdk8s.Testing_Chart()
	webService(chart, true)
	for _, manifest := range *cdk8s.Testing_Synth(chart) {
		if kind := manifest.(map[string]interface{})["kind"]; kind != "StagedNetworkPolicy" {
			t.Errorf("it renders a %v", kind)
		}
	}
}

func TestTheCheckFiresFollowsPresetsAndIsAcknowledged(t *testing.T) {
	app := cdk8s.Testing_App(nil)
	chart := cdk8s.NewChart(app, jsii.String("shop"), nil)
	cdk8scalico.NewNetworkPolicy(chart, jsii.String("policy"), &cdk8scalico.NetworkPolicyProps{
		Metadata: &cdk8s.ApiObjectMetadata{Name: jsii.String("web"), Namespace: jsii.String("shop")},
		Ingress:  &[]cdk8scalico.Rule{cdk8scalico.Rule_Deny(nil)},
	})
	cdk8scalico.Checks_Of(app).Add(&OwnerLabel{})
	expect(t, ours(app), "warning acme/owner-label metadata.labels: web has no label acme.example/owner")

	cdk8scalico.Checks_Of(app).UsePreset(cdk8scalico.CheckPreset_PRODUCTION().WithSeverity(jsii.String("acme"), cdk8scalico.CheckSeverity_ERROR))
	expect(t, ours(app), "error acme/owner-label metadata.labels: web has no label acme.example/owner")

	cdk8scalico.Checks_Of(chart).Acknowledge(&cdk8scalico.Acknowledgement{Id: jsii.String("acme/owner-label"), Reason: jsii.String("being founded")})
	expect(t, ours(app))
	app.SynthYaml()
}

func TestTheCheckIsSilentWhereThereIsAnOwner(t *testing.T) {
	app := cdk8s.Testing_App(nil)
	webService(cdk8s.NewChart(app, jsii.String("shop"), nil), false)
	cdk8scalico.Checks_Of(app).Add(&OwnerLabel{})
	expect(t, ours(app))
}

func ours(scope constructs.IConstruct) []string {
	found := []string{}
	for _, finding := range *cdk8scalico.Checks_Of(scope).Report().Findings() {
		if strings.HasPrefix(*finding.Id, "acme/") {
			found = append(found, fmt.Sprintf("%s %s %s: %s", *finding.Severity, *finding.Id, *finding.Field, *finding.What))
		}
	}
	return found
}

func expect(t *testing.T, found []string, expected ...string) {
	t.Helper()
	if len(found) != len(expected) || len(found) > 0 && !reflect.DeepEqual(found, expected) {
		t.Errorf("found %q, not %q", found, expected)
	}
}
