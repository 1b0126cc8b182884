using HomelabPortal.Trace;
using static HomelabPortal.Tests.Trace.TraceWorld;

namespace HomelabPortal.Tests.Trace;

public sealed class TraceHostTests
{
    [Fact]
    public void Text_BrokenName_BeginsWithTheVerdictAndListsTheStations()
    {
        var fault = TraceFaults.Proof["6 pod: keeps crashing"];

        var lines = TraceHost.Text(fault.Inject(new TraceWorld()).Trace(fault.Host)).Split('\n', StringSplitOptions.TrimEntries);

        Assert.Equal($"{Tv}: broken", lines[0]);
        Assert.StartsWith("It ends at the pods.", lines[1]);
        Assert.Contains(lines, line => line.StartsWith("healthy   Tunnel", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData]
    [InlineData("one.org", "two.org")]
    [InlineData("a_b")]
    public async Task Run_WhatIsNoHostname_IsNotUnderstood(params string[] arguments) =>
        Assert.Equal(2, (await new TraceHost(null!).RunAsync(arguments, CancellationToken.None)).ExitCode);
}
