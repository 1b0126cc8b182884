using System.Collections.Immutable;
using HomelabPortal.Desired;
using HomelabPortal.Exposures;
using HomelabPortal.Gpu;
using HomelabPortal.Reconcile;
using HomelabPortal.Tests.Desired;

namespace HomelabPortal.Tests.Exposures;

public sealed class ExposureStandingTests
{
    private static readonly DateTimeOffset _now = GoldenCase.Now;

    [Theory]
    [InlineData(null, "Ended")]
    [InlineData(OwnerPhase.Working, "Ending")]
    [InlineData(OwnerPhase.Held, "Held")]
    public void Of_EndHasCome_SaysWhetherAnythingIsLeft(object? phase, string word) =>
        Assert.Equal(word, Of(new DesiredState { Exposures = [Wish(_now)] }, (OwnerPhase?)phase));

    [Theory]
    [InlineData(OwnerPhase.InPlace, "Closed")]
    [InlineData(OwnerPhase.Working, "Applying")]
    [InlineData(OwnerPhase.Failed, "Failed")]
    public void Of_WhileClosed_IsClosedOnceItIs(object phase, string word) =>
        Assert.Equal(word, Of(new DesiredState { Exposures = [Wish(null)], AreTunnelsClosed = true }, (OwnerPhase)phase));

    [Fact]
    public void Of_LoginNotAsItShouldBe_SaysSo() =>
        Assert.Equal("Without its login", Of(new DesiredState { Exposures = [Wish(null)] }, OwnerPhase.Unguarded));

    private static string Of(DesiredState desired, OwnerPhase? phase)
    {
        var exposure = desired.Exposures[0];
        var owners = phase is { } known
            ? ImmutableDictionary<string, OwnerStatus>.Empty.Add(exposure.Id, new OwnerStatus(exposure.Id, known, [], null))
            : ImmutableDictionary<string, OwnerStatus>.Empty;
        return ExposureStanding.Of(exposure, desired, new ReconcileStatus { Judged = desired, Owners = owners }, DockerState.Empty, _now).Word;
    }

    private static Exposure Wish(DateTimeOffset? end) => Desire.Exposure(visibility: Visibility.Tunnel) with { ExpiresAt = end };
}
