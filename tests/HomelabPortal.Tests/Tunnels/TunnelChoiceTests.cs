using HomelabPortal.Cloudflare;
using HomelabPortal.Tunnels;
using HomelabPortal.Tunnels.Planning;

namespace HomelabPortal.Tests.Tunnels;

public sealed class TunnelChoiceTests
{
    private static readonly Tunnel _home = new() { Id = "AAAA", Name = "home", ConfigSrc = "cloudflare" };
    private static readonly Tunnel _spare = new() { Id = "bbbb", Name = "spare", ConfigSrc = "cloudflare" };
    private static readonly Tunnel _local = new() { Id = "cccc", Name = "old", ConfigSrc = "local" };

    [Fact]
    public void From_OneRemotelyManaged_TakesIt() => Assert.Same(_home, TunnelChoice.From([_local, _home], null).Tunnel);

    [Fact]
    public void From_ConfiguredId_TakesThatOne() => Assert.Same(_home, TunnelChoice.From([_spare, _home], "aaaa").Tunnel);

    [Fact]
    public void From_Several_AsksForTheKey() => Assert.Contains("Set Tunnels:Id", TunnelChoice.From([_spare, _home], null).Problem, StringComparison.Ordinal);

    [Fact]
    public void From_UnknownId_ListsThoseThereAre() => Assert.Contains("bbbb (spare)", TunnelChoice.From([_spare], "dddd").Problem, StringComparison.Ordinal);

    [Theory]
    [InlineData(null)]
    [InlineData("cccc")]
    public void From_LocalFile_IsRefusedByName(string? configured) =>
        Assert.Contains("The tunnel old takes its routes from a file", TunnelChoice.From([_local], configured).Problem, StringComparison.Ordinal);

    [Fact]
    public void From_None_SaysWhereToMakeOne() => Assert.Contains("dashboard", TunnelChoice.From([], null).Problem, StringComparison.Ordinal);
}
