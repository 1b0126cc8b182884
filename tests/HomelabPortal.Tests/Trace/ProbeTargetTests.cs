using System.Net;
using HomelabPortal.Trace.Probing;
using HomelabPortal.Trace.Reports;
using static HomelabPortal.Tests.Trace.TraceWorld;

namespace HomelabPortal.Tests.Trace;

/// <summary>Nobody makes the portal connect to a place of his own choice.</summary>
public sealed class ProbeTargetTests
{
    [Fact]
    public void Of_NameInTheHouse_HasTheStationsThatStandOnItsWay()
    {
        var targets = ProbeTargets.Of(new TraceWorld().Trace(Books)).Select(target => $"{target.Hop} {target} {target.Manner} {target.Vantage}");

        Assert.Equal(["Lan 10.0.0.99:443 Https straight to 10.0.0.99", "Service 10.43.0.9:80 Connect from the portal's pod", "Pod 10.42.1.7:8080 Connect from the portal's pod"], targets);
    }

    [Fact]
    public void Of_NameOfAMachine_AsksItsPort() =>
        Assert.Contains("Machine 10.0.0.150:11434 Http", ProbeTargets.Of(new TraceWorld().Trace(Ai)).Select(target => $"{target.Hop} {target} {target.Manner}"));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("fe80::1")]
    [InlineData("224.0.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("93.184.216.34")]
    public void MayBeTried_PlaceThatIsNoMachineOfTheHouse_IsNot(string address) => Assert.False(ProbeTargets.MayBeTried(IPAddress.Parse(address)));

    [Theory]
    [InlineData("10.0.0.7")]
    [InlineData("192.168.1.20")]
    [InlineData("fd00::7")]
    public void MayBeTried_MachineOfTheHouse_Is(string address) => Assert.True(ProbeTargets.MayBeTried(IPAddress.Parse(address)));

    [Fact]
    public void Of_RecordToTheMachineItself_TriesNothing() => Assert.Empty(ProbeTargets.Of((new TraceWorld { Records = [Record("A", "self", "127.0.0.1")] }).Trace("self.cowlab.org")));

    [Theory]
    [InlineData("HTTP/1.1 200 OK", 200)]
    [InlineData("HTTP/1.0 503", 503)]
    [InlineData("SSH-2.0-OpenSSH_9.6", null)]
    [InlineData("HTTP/1.1 2", null)]
    [InlineData("", null)]
    [InlineData("HTTP/1.1 -20 x", null)]
    public void StatusOf_FirstLine_IsReadOrLeft(string text, int? status) => Assert.Equal(status, ProbeReplies.StatusOf(text));

    [Theory]
    [InlineData(HopKind.Lan, 200, "", null, ProbeOutcome.Verified)]
    [InlineData(HopKind.Lan, 302, "", null, ProbeOutcome.Verified)]
    [InlineData(HopKind.Lan, 404, "404 page not found", null, ProbeOutcome.Reached)]
    [InlineData(HopKind.Machine, 404, "404 page not found", null, ProbeOutcome.Verified)]
    [InlineData(HopKind.Lan, 502, "", null, ProbeOutcome.ServerError)]
    [InlineData(HopKind.Lan, 200, "", "its certificate has expired.", ProbeOutcome.Reached)]
    [InlineData(HopKind.Machine, null, "", null, ProbeOutcome.Reached)]
    public void Of_Reply_IsGreenOnlyWhenTheAppAnswered(HopKind hop, int? status, string text, string? fault, ProbeOutcome outcome) =>
        Assert.Equal(outcome, ProbeReplies.Of(hop, new ProbeReply(status, text, fault)).Outcome);
}
