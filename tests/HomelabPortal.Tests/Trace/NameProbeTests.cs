using System.Net;
using HomelabPortal.Trace.Probing;
using HomelabPortal.Trace.Reports;

namespace HomelabPortal.Tests.Trace;

/// <summary>What the house's DNS answers is compared with what it should: an old record there sends everybody in the house astray.</summary>
public sealed class NameProbeTests
{
    private const string Tv = "tv.cowlab.org";
    private readonly ScriptedNetwork _network = new();

    [Theory]
    [InlineData("104.16.1.1", ProbeOutcome.Verified)]
    [InlineData("10.0.0.99", ProbeOutcome.Verified)]
    [InlineData("2606:4700::1 104.16.1.2", ProbeOutcome.Verified)]
    [InlineData("10.0.0.77", ProbeOutcome.Reached)]
    [InlineData("93.184.216.34", ProbeOutcome.Reached)]
    [InlineData("", ProbeOutcome.Unreachable)]
    public async Task House_OfATunnelledName_IsComparedWithPublicDnsAndTheIngress(string answer, ProbeOutcome outcome) =>
        Assert.Equal(outcome, (await HouseAsync(answer, ["10.0.0.99"], Outside("104.16.1.1 104.16.1.2"))).Outcome);

    [Fact]
    public async Task House_WithARecordOfItsOwn_SaysWhatWouldBeRight() => Assert.Equal(
        "It answers 10.0.0.77, which is neither what public DNS says (104.16.1.1) nor an address of the ingress (10.0.0.99). Correct or remove the record in the house's DNS.",
        (await HouseAsync("10.0.0.77", ["10.0.0.99"], Outside("104.16.1.1"))).Sentence);

    [Fact]
    public async Task House_OfATunnelledNameThatPublicDnsDoesNotKnow_IsNotGreen() => Assert.Equal(ProbeOutcome.Reached, (await HouseAsync("10.0.0.77", [], Outside(""))).Outcome);

    /// <summary>Without the other answer nothing says that this one is right.</summary>
    [Fact]
    public async Task House_WhilePublicDnsCannotBeAsked_IsNotGreen()
    {
        var sight = await HouseAsync("104.16.1.1", ["10.0.0.99"], new NameAnswer(Sight, null));

        Assert.Equal(ProbeOutcome.Reached, sight.Outcome);
        Assert.Contains("Public DNS could not be asked", sight.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10.0.0.99", ProbeOutcome.Verified)]
    [InlineData("10.0.0.77", ProbeOutcome.Reached)]
    public async Task House_OfANameInTheHouse_IsComparedWithTheIngress(string answer, ProbeOutcome outcome) =>
        Assert.Equal(outcome, (await HouseAsync(answer, ["10.0.0.99"], null)).Outcome);

    private static ProbeSight Sight { get; } = new(HopKind.Dns, "from a public resolver", Tv, ProbeOutcome.NotTested, "It could not be asked.", null);

    private static NameAnswer Outside(string addresses) => new(Sight, Addresses(addresses));

    private static IReadOnlyList<IPAddress> Addresses(string addresses) => [.. addresses.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(IPAddress.Parse)];

    private Task<ProbeSight> HouseAsync(string answer, IReadOnlyList<string> entries, NameAnswer? outside)
    {
        _network.Addresses = Addresses(answer);
        return new NameProbe(_network, null!, new ManualTimeProvider()).AskHouseAsync(Tv, entries, outside is null ? null : Task.FromResult(outside), CancellationToken.None);
    }
}
