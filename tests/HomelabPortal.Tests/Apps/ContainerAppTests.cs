using System.Collections.Immutable;
using HomelabPortal.Apps.Discovery;
using HomelabPortal.Gpu;
using HomelabPortal.Hostnames.Watching;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Tests.Apps;

public sealed class ContainerAppTests
{
    private static readonly AppScene _scene = new("", false, new HashSet<string>(), HostnameState.Unread, null);
    private readonly DockerHostState _host = new("gpu-box", "10.0.0.150", [], DateTimeOffset.UnixEpoch, null);

    [Fact]
    public void Container_WithNameAndGroup_IsATileAtItsPublishedPort()
    {
        var app = Of(("name", "Ollama"), ("group", "AI"))!.App!;

        Assert.Equal(("Container:gpu-box/ollama", "Ollama", "AI", "http://10.0.0.150:11434/", HealthState.Healthy), (app.Id, app.Name, app.Group, app.Href, app.State));
    }

    [Fact]
    public void Container_WithAnAddress_IsOpenedThere() =>
        Assert.Equal("https://chat.cowlab.org", Of(("name", "Ollama"), ("group", "AI"), ("href", "https://chat.cowlab.org"))!.App!.Href);

    [Fact]
    public void Container_NobodyLabelled_IsNotEvenLeftOut() => Assert.Null(Of());

    [Theory]
    [InlineData("name", "homepage.group")]
    [InlineData("group", "homepage.name")]
    public void Container_WithOneOfTheTwoLabels_SaysWhichIsMissing(string has, string missing) =>
        Assert.Contains(missing, Of((has, "x"))!.Hidden!.Reason, StringComparison.Ordinal);

    [Fact]
    public void Container_WithoutPortOrAddress_AsksForOne() =>
        Assert.Contains("homepage.href", ContainerApps.Of(_host with { LanAddress = null }, Container(("name", "a"), ("group", "b")), _scene)!.Hidden!.Remedy, StringComparison.Ordinal);

    [Fact]
    public void Container_OfAHostThatIsAway_IsUnknown() =>
        Assert.Equal(HealthState.Unknown, ContainerApps.Of(_host with { Fault = "It does not answer." }, Container(("name", "a"), ("group", "b")), _scene)!.App!.State);

    private Candidate? Of(params (string Key, string Value)[] labels) => ContainerApps.Of(_host, Container(labels), _scene);

    private static DockerContainer Container(params (string Key, string Value)[] labels) => new("c1", "ollama", "ollama/ollama", "running", "Up 3 days", [11434])
    {
        PageLabels = labels.ToImmutableDictionary(label => "homepage." + label.Key, label => label.Value),
    };
}
