using HomelabPortal.Desired;
using HomelabPortal.Gpu.Work.Inspecting;
using HomelabPortal.Tests.Gpu.Containers;

namespace HomelabPortal.Tests.Gpu.Work.Inspecting;

public sealed class ContainerCaresTests
{
    private static readonly DesiredState _desired = new() { Instance = "a1b2c3d4", Containers = [Wish.Container()] };

    [Theory]
    [InlineData("com.docker.compose.project", "media", "the compose project media")]
    [InlineData("io.portainer.accesscontrol.teams", "1", "Portainer")]
    [InlineData("komodo.stack", "x", "Komodo")]
    [InlineData("homelabportal.managed", "99999999", "another portal")]
    [InlineData("maintainer", "somebody", null)]
    public void Keeper_OfAForeignContainer_IsNamedByItsLabels(string label, string value, string? keeper)
    {
        var care = ContainerCares.Of("x", new Dictionary<string, string> { [label] = value }, _desired);

        Assert.Equal((keeper, null, false), (care.Keeper, care.WantedId, care.IsOurs));
        Assert.Contains("sees, starts and stops it", care.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Watchtower_IsSaidBesideTheKeeper() => Assert.Contains(
        "Watchtower", ContainerCares.Of("x", new Dictionary<string, string> { ["com.docker.compose.project"] = "media", ["com.centurylinklabs.watchtower.enable"] = "true" }, _desired).Words, StringComparison.Ordinal);

    [Theory]
    [InlineData("ollama", "ct00000001", "Kept by this portal")]
    [InlineData("ollama.prev-1", "ct00000001", "The version of ollama before")]
    [InlineData("other", "ct00000009", "not wanted any more")]
    public void Ours_IsToldFromItsFormerSelf(string name, string id, string words)
    {
        var care = ContainerCares.Of(name, new Dictionary<string, string> { ["homelabportal.managed"] = "a1b2c3d4", ["homelabportal.app"] = id }, _desired);

        Assert.True(care.IsOurs);
        Assert.Contains(words, care.Words, StringComparison.Ordinal);
    }
}
