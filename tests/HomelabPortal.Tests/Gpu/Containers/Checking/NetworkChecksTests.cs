using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Checking;

namespace HomelabPortal.Tests.Gpu.Containers.Checking;

public sealed class NetworkChecksTests
{
    [Theory]
    [InlineData("media", "web back", true)]
    [InlineData(null, "web", false)]
    [InlineData("bridge", "web", false)]
    [InlineData("media", "host", false)]
    [InlineData("media", "media", false)]
    [InlineData("media", "../x", false)]
    public void Networks_OfAContainer_AreJoinedOnceAndNeverTheHosts(string? first, string further, bool isFine)
    {
        var container = Wish.Container() with { Network = first, FurtherNetworks = [.. further.Split(' ')] };

        Assert.Equal(isFine, !ContainerChecks.Check(container, [], []).ContainsKey(ContainerFields.Network));
    }

    [Theory]
    [InlineData("1000", true)]
    [InlineData("app:users", true)]
    [InlineData("0:0", true)]
    [InlineData("a b", false)]
    [InlineData("a:b:c", false)]
    [InlineData("x\n", false)]
    public void User_OfAContainer_IsANameOrNumber(string user, bool isFine) =>
        Assert.Equal(isFine, !ContainerChecks.Check(Wish.Container() with { User = user }, [], []).ContainsKey(ContainerFields.User));

    [Theory]
    [InlineData(0, true)]
    [InlineData(120, true)]
    [InlineData(121, false)]
    [InlineData(-1, false)]
    public void TimeToEnd_IsAsLongAsThePortalWaits(int seconds, bool isFine) =>
        Assert.Equal(isFine, !ContainerChecks.Check(Wish.Container() with { StopSeconds = seconds }, [], []).ContainsKey(ContainerFields.StopSeconds));
}
