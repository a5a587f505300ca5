import { ADVICE, HOSTILE, IN_FILE, OVERLAP } from './sample-findings';
import { renderJUnit } from '../../../src/core/findings';

describe('a JUnit report', () => {
  test('names no page where the check of a user has none', () => {
    expect(renderJUnit([{ ...OVERLAP, what: 'w', why: 'y', fix: 'f', docs: '' }])).toContain('>what: w\nwhy: y\nfix: f</failure>');
  });

  test('has a suite for each origin, failed cases for errors and passed ones for the rest', () => {
    expect(renderJUnit([IN_FILE, { ...OVERLAP, why: 'w', fix: 'f' }, { ...IN_FILE, severity: 'error' }])).toBe(`\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="cdk8s-calico" tests="3" failures="2" errors="0">
  <testsuite name="net/pools.yaml" tests="2" failures="1" errors="0">
    <testcase classname="resource/cidr" name="NetworkSet/vpn in ops spec.nets[0]" file="net/pools.yaml" line="12">
      <system-out>warning
at: net/pools.yaml:12:9
what: 10.0.0.5/16 has host bits
why: it means 10.0.0.0/16
fix: write the block
more: docs/checks/resource/cidr.md</system-out>
    </testcase>
    <testcase classname="resource/cidr" name="NetworkSet/vpn in ops spec.nets[0]" file="net/pools.yaml" line="12">
      <failure type="resource/cidr" message="10.0.0.5/16 has host bits">at: net/pools.yaml:12:9
what: 10.0.0.5/16 has host bits
why: it means 10.0.0.0/16
fix: write the block
more: docs/checks/resource/cidr.md</failure>
    </testcase>
  </testsuite>
  <testsuite name="calico/pods" tests="1" failures="1" errors="0">
    <testcase classname="cidr/pool-overlaps-network" name="IPPool/default-ipv4-ippool spec.cidr">
      <failure type="cidr/pool-overlaps-network" message="pool 192.168.0.0/16 overlaps the on-premises range 192.168.100.0/22 of the plan">what: pool 192.168.0.0/16 overlaps the on-premises range 192.168.100.0/22 of the plan
why: w
fix: f
more: docs/checks/cidr/pool-overlaps-network.md</failure>
    </testcase>
  </testsuite>
</testsuites>
`);
  });

  test('is one passed case where nothing was found', () => {
    expect(renderJUnit([])).toBe(`\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="cdk8s-calico" tests="1" failures="0" errors="0">
  <testsuite name="cdk8s-calico" tests="1" failures="0" errors="0">
    <testcase classname="cdk8s-calico" name="no findings"/>
  </testsuite>
</testsuites>
`);
  });

  test('holds no character that XML refuses, and no markup of a manifest', () => {
    const text = renderJUnit([HOSTILE, ADVICE, { ...ADVICE, place: { line: 1, column: 2 } }]);
    expect(text).toMatch(/^[\n\u0020-\u007e]*$/);
    // What is left without tags and entities holds none of the characters that make them.
    expect(text.replace(/<\/?[a-z-]+(?: [a-z]+="[^"<]*")*\/?>|<\?xml [^?]*\?>/g, '').replace(/&(?:amp|lt|gt|quot|apos);/g, '')).not.toMatch(/[<>&]/);
    expect(text).toContain('name="a\\u001b[2J&lt;b&gt;&amp;&quot;.yaml"');
    expect(text).toContain('<testcase classname="policy/empty" name="policy/empty">');
    expect(text).toContain('<testcase classname="policy/empty" name="line 1, column 2" file="" line="1">');
  });
});
